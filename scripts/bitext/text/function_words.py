"""Function words: of English, and of other languages in Latin letters that are taken for it.

They are what every sentence has, whatever it is about, and what names and titles have few of.
"""

ENGLISH = frozenset(
    """
    the of and to in that is was for it with as his he on by at from not but are were had have has
    be been being this which their they them there these those its an or who whom whose when
    what where why how would could should will shall may might must can cannot did does do done
    she her him we our us you your my if than then so no into out up about after before between
    through during against because while until since under over upon only also very more most
    some any all both each other such same own too again once here now just off down above below
    """.split()
)

OTHER = {
    name: frozenset(words.split())
    for name, words in {
        "French": (
            "le la les des du une un est et dans pour qui que sur avec ne pas au aux ce cette "
            "ces il elle ils elles nous vous je tu se son sa ses leur leurs mais ou où été sont "
            "était ont comme par chez puis jusqu après très tout tous aussi lui être avoir qu "
            "ceci en de l d fut furent vers "
            "cela avant sous aucun rien quand même"
        ),
        "Spanish": (
            "el la los las de del que y en un una por con no se su sus para es como más pero lo "
            "al le ha han está están fue son era hay muy también este esta todo porque cuando "
            "yo ella nos te mi ya sin sobre entre hasta donde qué según dos he me mucho hace "
            "tengo soy"
        ),
        "Portuguese": (
            "numa meu minha os as de do da dos das que em um uma por com não se seu sua para é "
            "como mais mas ao foi são está também muito pelo pela já eu você ele ela isso "
            "quando há à nas nos era"
        ),
        "Italian": (
            "il lo la gli le di del della dei delle che un una per con non si su è sono come "
            "più ma anche al alla dal dalla nel nella questo questa ha hanno era molto quando "
            "perché suo sua loro essere dopo ed ad so no"
        ),
        "German": (
            "der die das und ist nicht ein eine einen einem einer mit von zu den dem des auf "
            "für im sich auch als nach bei aus wird war sind wie aber oder nur noch über zum "
            "zur hat haben ich wir sie er es dass wurde werden vom durch seine ihre unser "
            "unsere ihr"
        ),
        "Dutch": (
            "de het een en van niet dat op te voor met zijn aan er ook als maar bij om door uit "
            "naar wordt werd heeft deze dit zij hij ik wij hun nog weet waren hebben geen mijn "
            "jij zo"
        ),
        "Swedish": (
            "och att det som en på är av för med den till inte ett om har jag var från men så "
            "kan vi han hon sig ska eller när hade efter"
        ),
        "Danish or Norwegian": (
            "og at det som en på er av af med den til ikke et om har jeg var fra men så kan vi "
            "han hun sig seg skal eller når efter etter blev ble"
        ),
        "Polish": (
            "na do nie się że jest jak od po za ale przez dla są był była być przy tym tego "
            "który która jego ich już tylko oraz jako ze"
        ),
        "Czech or Slovak": (
            "se na je že do ale jako za by pro od po jsou byl byla jeho který která podle však "
            "také není sa ktorý aj sú"
        ),
        "Turkish": (
            "ve bir bu için ile çok olarak daha ne gibi sonra kadar olan değil her ama ki ben "
            "sen biz oldu olduğu etti var da de mı"
        ),
        "Azerbaijani": ("və bir bu üçün ilə da də daha olan həm onun edir"),
        "Indonesian or Malay": (
            "dan yang di ini itu dengan untuk tidak dari dalam pada adalah akan ke oleh saya "
            "ada juga atau karena sudah telah bisa mereka kami kita anda dia lebih tersebut "
            "kepada setelah"
        ),
        "Romanian": (
            "și de la în cu nu pe un care este din pentru mai sau ce au fost sunt sa se al ale "
            "lui dar după o că"
        ),
        "Hungarian": ("az és hogy nem egy meg van volt ez azt csak már mint ha még vagy el"),
        "Finnish": ("ja ei se että oli hän ovat mutta kun myös niin mukaan joka tai kuin olla sen"),
        "Albanian": ("dhe në të një për nga është që së ka nuk si"),
        "Bosnian, Croatian or Serbian": (
            "je na se da do za su od ne koji koja što ali ili kako bi sam smo nije bila bio iz "
            "po kao"
        ),
        "Swahili": ("na ya kwa ni katika za hii hiyo kuwa lakini yake wake baada"),
        "Somali": ("iyo ee oo ka ku waa uu ay soo si ayaa lagu"),
        "Kurdish": ("û li ji bi ku di ev ew ez jî hatiye"),
        "Tagalog": ("ang ng sa na mga ay ito hindi siya ko ni para"),
        "Vietnamese": ("và của là có không được các một cho người này trong với những đã"),
        "Catalan": ("el la els les de que en un una per amb no és del als més però com va aquest"),
    }.items()
}
"""By the name of the language."""

ALSO = {
    name: frozenset(words.split())
    for name, words in {
        "French": "a on à y n s m t c j me si pendant moi non l' d' c' j' n' s' m' t' qu'",
        "Spanish": "a o e es si",
        "Portuguese": "a o e as no do",
        "Italian": "a e i o in l' d' c' un' all' dall' dell' nell' sull'",
        "German": "in was am so an her man",
        "Dutch": "in is was of over we had",
        "Swedish": "i",
        "Danish or Norwegian": "i over under",
        "Polish": "i w z on to do",
        "Indonesian or Malay": "di",
        "Romanian": "a in",
        "Finnish": "on",
        "Catalan": "a i és",
    }.items()
}
"""Those of them that English has too, or that are a single letter: they are evidence of their
language only where others are."""

FOREIGN = frozenset[str]().union(*OTHER.values()) - ENGLISH
"""Those of all the others that are no function words of English."""

TRANSLITERATED = frozenset("la wa li bi ma na ya si ka ala kan".split())
"""Those of them that Arabic has too, in Latin letters: «لا إله», “la ilaha”."""
