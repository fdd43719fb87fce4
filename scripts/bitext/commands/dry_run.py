"""What `translate --dry-run` prints: what would be sent, and what engines would charge for it."""

from collections.abc import Mapping, Sequence

import click

from bitext.article import glossary
from bitext.project import engine_names
from bitext.project.settings import Settings
from bitext.translation import costs, translate
from bitext.translation.jobs import Job
from bitext.translation.protocol import Request


def show(project: Settings, jobs: Mapping[str, Sequence[Job]]) -> None:
    """Print it; `jobs` are the articles of each engine, with the texts it would be asked for."""
    sent: list[Request] = []
    terms, _ = glossary.load(project)
    for engine, of_it in jobs.items():
        asked: set[str] = set()
        for job in of_it:
            # A sentence that articles share is asked for once.
            texts = [text for text in job.texts if text not in asked]
            asked.update(texts)
            if texts:
                requests = translate.requests(job, texts, terms)
                shown = project.shown(job.file.source.seed)
                click.echo(f"{shown}: {_counted(costs.amount(requests))}, to {engine}")
                sent += requests
    if not sent:
        click.echo("Nothing to translate.")
        return
    whole = costs.amount(sent)
    click.echo(f"In all: {_counted(whole)}. One engine would charge for that:")
    for engine in engine_names.SHOWN:
        click.echo(f"  {engine:10} {costs.charge(engine, whole, project.prices)}")
    click.echo("Nobody was asked, and nothing written.")


def _counted(amount: costs.Amount) -> str:
    return f"{amount.sentences:,} sentence(s), {amount.characters:,} characters"
