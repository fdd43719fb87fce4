"""Words that want another one after them, in Arabic and in English."""

from bitext.text.arabic import fold

DANGLING = frozenset(
    map(
        fold,
        """
        في من على إلى عن مع بين حتى منذ خلال حول عند لدى دون أو أم ثم بل لكن لكنه لكنها ولكن
        إن أن أنه أنها أنهم بأن لأن لأنه كان كانت ما لا لم لن قد لقد هذا هذه ذلك تلك هؤلاء
        أولئك الذي التي الذين اللذين اللتين اللواتي اللاتي حيث إذا إذ لو كما مثل غير سوى كل
        بعض أي أية قبل بعد فوق تحت أمام وراء خلف نحو ضد عبر وفي ومن وعلى وإلى وعن ومع وبين
        وحتى وقد ولم ولا وما وهو وهي وكان وكانت فقد فلم فلا فإن وأن وإن وأنه وأنها يا أيها هو
        هي هم ليس ليست بينما عندما حين حينما كلما مما عما فيما ولو وكل وكما وهذا وهذه والتي
        والذي والذين وثم وبعد وقبل أبو ابن بن the a an of to in on at by for with from and or
        but that which who whose as is was were are be been had has have his her its their our
        my your this these those not no than if when while into upon between through during
        """.split(),
    )
)
"""Folded: no sentence, line of verse or entry of a list ends so."""
