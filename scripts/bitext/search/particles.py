"""What Arabic words begin and end with, and those few that are no more than that."""

from bitext.text import arabic

# After the article stands a noun.
ARTICLES = arabic.ARTICLES
# After a preposition too; only ل stands before a verb as well, an imperfect one (ليقول).
PREPOSITIONS = arabic.PREPOSITIONS
# What a word that no dictionary knows is tried without, one of them, the longest first.
CLITICS = (*ARTICLES, *arabic.CONJUNCTIONS, "ب", "ل", "ك")
HAMZA = frozenset("أإآ")
IMPERFECT = "يتن"
FUTURE = "يتنا"  # what may stand after its س
VERB_ENDINGS = ("تما", "تم", "تن", "تا", "وا", "ت", "ن")
# Only verbs have these: سألناها, يسألونهم.
OBJECTS = frozenset(
    subject + pronoun for subject in ("نا", "ون", "ين") for pronoun in ("ها", "هم", "نا", "ني", "ك")
)
# Whom it is done to, behind a verb of two letters, whose second letter is doubled: شدّه.
DOUBLED_OBJECTS = ("ه", "ها", "هم")
# All that stands behind a verb of two letters, whose second letter is doubled: شدّت, شدّا.
AFTER_DOUBLED = ("ا", "ت", "تا", "وا", *DOUBLED_OBJECTS, "ته", "تها")
PRONOUNS = (
    *((f"ت{pronoun}", "ه") for pronoun in ("ها", "هم", "هما", "هن", "نا", "ك", "كم", "ي", "ه")),
    *((pronoun, "") for pronoun in ("ها", "هم", "هما", "هن", "نا", "ك", "كم", "ي", "ه")),
)
# Written as verbs are, and hardly ever verbs.
PARTICLES = frozenset(
    "ان اما من عن لم لن قد كل هل ثم كم مع اي او ام لا ما غير قبل بعد عند حول ضد دون فوق تحت بين كيف"
    " حتي لكن علي الي كلا انت نعم لان لدي عدا خلا ذات سوي حيث اذن اين امس ليت لعل نحن هم هن هو هي"
    " تلك ذلك هنا فقد لقد منذ مثل نحو عبر ايضا لماذا متي".split()
)
# Of these, those that are written like a verb whose other forms are that verb's alone: غيّر, يغيّر.
ALSO_VERBS = frozenset("غير حول عبر مثل قبل فقد هنا".split())
# Verbs that a noun is written like, which is hardly ever in the accusative: خرجا are two who left.
DUALS = frozenset(
    """خرج رجع رحل ركب صعد نهض هرب قال كان عاد غاب جاء سال قعد وثب حضر لقي وقف بلغ جلس وصل وجد سمع
    شرب فقد ترك نام مات سقط بكي بني قضي نسي بقي حكي اتي اخذ عاش صار زار قام ذهب سافر حاول
    شارك""".split()
)
# Of the words of two letters, those that are nouns in the first place, and some nouns that the
# dictionary does not know with the article.
SHORT = frozenset(
    """يد اخ اب ام دم فم عم جد حق حي سر شك حب حل خط رب حد ظل فن كف
    نص حظ لص صف غد راي عمل ابو ابي اخو اخي""".split()
)
PLURALS = (("تان", "ه"), ("تين", "ه"), ("ات", "ه"), ("ان", ""), ("ين", ""), ("ون", ""))
