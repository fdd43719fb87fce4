"""`import` and `add`: texts that exist already become English in a catalog, or a seed."""

from collections import Counter
from pathlib import Path

import click

from bitext.alignment import encoder, import_english
from bitext.alignment.import_english import Report, Wishes
from bitext.alignment.parallel import Block
from bitext.article import library
from bitext.commands.console import OK, in_project, say
from bitext.project import files, lock
from bitext.project.errors import shortened
from bitext.project.settings import Settings


@click.command("import")
@click.argument("article")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--replace", is_flag=True, help="Also what a person edited or reviewed.")
@click.option("--reviewed", is_flag=True, help="Somebody has seen that all is in its place.")
@in_project
def import_(project: Settings, article: str, file: Path, replace: bool, reviewed: bool) -> int:
    """Take an English text of ARTICLE from FILE into its catalog, sentence by sentence.

    FILE is text, Markdown, HTML, EPUB, DOCX, SRT or VTT. What surely belongs to a sentence is put
    in as fuzzy, its place found by a machine, until somebody approves it; the rest is listed. With
    --reviewed it is approved at once, or later by the same command once more. What a person edited
    or reviewed stays, unless you say --replace; the former text is then kept in a comment.
    """
    # Its libraries take a fifth of a second to load; other commands do without.
    from bitext.adding import reading

    sources, _ = library.sources(project)
    (source,) = library.select(sources, [article])
    path = project.shown(file)
    blocks = [Block(text, line) for text, line in reading.english(file, path)]
    model = encoder.load()
    wishes = Wishes(files.as_text(file.name), replace, reviewed)
    with lock.catalogs(project):
        report = import_english.run(source, blocks, path, wishes, model)
    seed, shown = source.seed_name, source.catalog_name
    _list_left(report, seed, path)
    say(
        f"{report.placed} sentence(s) put in, {report.approved} approved, "
        f"{report.same + len(report.untouched)} left as they were. "
        f"Without a partner: {len(report.missing)} Arabic sentence(s), "
        f"{len(report.left)} English passage(s)."
    )
    if report.untouched:
        lines = ", ".join(map(str, dict.fromkeys(report.untouched)))
        say(
            f"A person wrote other English for line(s) {lines} of {seed}; to put this in, add: "
            "ARGS=--replace"
        )
    if report.doubtful:
        say(f"{report.doubtful} of the missing have a likely English in a comment of {shown}.")
    if report.placed and not reviewed:
        say(f"Look through {shown} and approve each, or all with this once more: ARGS=--reviewed")
    if model is None:
        say("Finding the places is surer with the language model that `make models` installs.")
    return OK


def _list_left(report: Report, seed: str, path: str) -> None:
    """Say what has no partner, on either side, with its place."""
    for line, count in Counter(report.missing).items():
        what = "a sentence has" if count == 1 else f"{count} sentences have"
        say(f"{seed}:{line}: {what} no English in {path}")
    for block in report.left:
        where = f"{path}:{block.line}" if block.line else path
        say(f"{where}: {shortened(block.text, 60)} has no Arabic in {seed}; left out")


@click.command()
@click.argument("origin", metavar="FILE_OR_URL")
@click.option("--id", "article_id", metavar="NAME", help="Its id, instead of one made of its name.")
@in_project
def add(project: Settings, origin: str, article_id: str | None) -> int:
    """Make a seed of a text, Markdown, HTML, EPUB, DOCX, SRT or VTT file, or of a web page.

    A file may be at an address, too.
    A book with chapters becomes a folder of seeds, one a chapter, with a collection.yml.
    Title, author, date, source and address go into the front matter where they are known.
    Headings, lists, verse, notes and pictures are kept (NAME.md); without them it is NAME.txt.
    An existing seed is never overwritten. Only an http or https address uses the network.
    """
    # Its libraries take a fifth of a second to load; other commands do without.
    from bitext.adding import add as addition

    added = addition.add(origin, project, article_id)
    shown = project.shown(added.path)
    for remark in added.remarks:
        say(f"{shown}: {remark}")
    click.echo(shown)
    blocks = sum(len(article.blocks) for article in added.articles)
    if len(added.articles) > 1:
        say(f"{len(added.articles)} articles, {blocks} paragraph(s). Read them, then: make site")
    else:
        say(f"{blocks} paragraph(s). Read them through, then: make site")
    return OK
