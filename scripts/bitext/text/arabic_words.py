"""Function words of Arabic by what they are, each once; a kind is a text of words.

Of each kind the common words stand alone, too. Whoever needs a rarer one, or words with what is
attached to them, adds these to the kind.
"""

COMMON_PREPOSITIONS = "في من على إلى عن مع بين حول قبل بعد"
PREPOSITIONS = (
    f"{COMMON_PREPOSITIONS} منذ خلال عند لدى دون مثل غير فوق تحت أمام وراء خلف نحو ضد عبر"
)
"""And nouns that stand for one."""
COMMON_RELATIVES = "الذي التي"
RELATIVES = f"{COMMON_RELATIVES} الذين اللذان اللذين اللتان اللتين اللواتي اللاتي اللائي"
COMMON_DEMONSTRATIVES = "هذا هذه ذلك"
DEMONSTRATIVES = f"{COMMON_DEMONSTRATIVES} تلك هؤلاء أولئك"
COMMON_CONJUNCTIONS = "أو ثم عندما حين"
CONJUNCTIONS = (
    f"{COMMON_CONJUNCTIONS} أم بل لكن لكنه لكنها لأن لأنه حتى حيث حينما بينما إذ كما سوى مما فيما"
)
"""And what else joins a clause to the one before it."""
COMMON_PARTICLES = "إن أن قد ما لا لم كان كانت كل"
PARTICLES = (
    f"{COMMON_PARTICLES} أنه أنها أنهم بأن لقد لن ليس ليست إذا لو كلما عما بعض أي أية يا أيها"
)
"""What opens a clause, denies it or says when it was; quantities."""
PRONOUNS = "هو هي هم"
QUESTIONS = "هل كيف لماذا"
COMMON = " ".join(
    (
        COMMON_PREPOSITIONS,
        COMMON_RELATIVES,
        COMMON_DEMONSTRATIVES,
        COMMON_CONJUNCTIONS,
        COMMON_PARTICLES,
    )
)
"""Of all kinds: a few sentences have some of these, and no person's name has one."""
