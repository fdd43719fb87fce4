"""`import` and `add`: texts that exist already become English in a catalog, or a seed."""

from pathlib import Path

import click

from bitext.alignment import import_english
from bitext.article import library
from bitext.commands.console import OK, in_project, say
from bitext.project import lock
from bitext.project.settings import Settings


@click.command("import")
@click.argument("article")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--replace", is_flag=True, help="Also what a person edited or reviewed.")
@in_project
def import_(project: Settings, article: str, file: Path, replace: bool) -> int:
    """Take an English text of ARTICLE from FILE into its catalog, sentence by sentence.

    FILE is UTF-8 text with the article's paragraphs in their order, the title first: one a line,
    or parted by blank lines. Sentences that may not belong together become fuzzy. What a person
    edited or reviewed stays, unless you say --replace; the former text is then kept in a comment.
    """
    sources, _ = library.sources(project)
    (source,) = library.select(sources, [article])
    with lock.catalogs(project):
        report = import_english.run(source, project, file, replace)
    seed, shown = source.seed_name, source.catalog_name
    for line in report.missing:
        say(f"{seed}:{line}: a sentence without English; write it in {shown}")
    say(
        f"{report.sure} sentence(s) sure, {report.unsure} to look at, {len(report.missing)} "
        f"missing, {report.same + len(report.kept)} left as they were."
    )
    if report.kept:
        lines = ", ".join(map(str, dict.fromkeys(report.kept)))
        say(
            f"A person wrote other English for line(s) {lines} of {seed}; to put this in, add: "
            "ARGS=--replace"
        )
    if report.unsure:
        say(f"Look at the fuzzy entries of {shown} (“Needs work” in Poedit) and approve each.")
    return OK


@click.command()
@click.argument("origin", metavar="FILE_OR_URL")
@click.option("--id", "article_id", metavar="NAME", help="Its id, instead of one made of its name.")
@in_project
def add(project: Settings, origin: str, article_id: str | None) -> int:
    """Make a seed of a text, Markdown or HTML file, or of a web page.

    Title, author, date, source and address go into its front matter where they are known.
    An existing seed is never overwritten. Only an http or https address uses the network.
    """
    # Its libraries take a fifth of a second to load; other commands do without.
    from bitext.adding import add as addition

    added = addition.add(origin, project, article_id)
    shown = library.name(added.path, project)
    for note in added.notes:
        say(f"{shown}: {note}")
    click.echo(shown)
    say(f"{len(added.article.paragraphs)} paragraph(s). Read them through, then: make site")
    return OK
