"""The service worker in Chromium: what is kept is read without a server, and builds never mix."""

import json
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Error, Page, expect

from accessibility import assert_accessible_in_both
from bitext.site.offline import write_remover
from conftest import ROOT, wait_until
from offline import FOUND, Host, hosted, second, small
from reading import PHONE, module_at, read, until

ARTICLE, OTHER, PICTURED = (
    "articles/slow_reading/",
    "articles/fox_and_well/",
    "articles/water_clock/",
)
CACHES = "async () => (await caches.keys()).sort()"
HELD = """async () => {
  const names = (await caches.keys()).filter(name => !name.endsWith(" kept"));
  const all = await Promise.all(names.map(async name => (await (await caches.open(name)).keys())));
  return all.flat().map(({ url }) => new URL(url).pathname);
}"""
ACTIVE = """async () => {
  const site = await navigator.serviceWorker.getRegistration();
  const { href } = new URL("./", document.querySelector("link[rel=manifest]").href);
  return site?.scope === href && Boolean(site.active);  // not that of a site above it
}"""
WORKERS = "async () => (await navigator.serviceWorker.getRegistrations()).map(one => one.scope)"
STEADY = """async () => {
  const { installing, waiting } = await navigator.serviceWorker.getRegistration();
  return !installing && !waiting;
}"""
WAITING = "async () => Boolean((await navigator.serviceWorker.getRegistration())?.waiting)"
OFFERED = """document.querySelector(".notice.newer [data-do=load]")?.checkVisibility()
  && document.querySelector(".notice.newer").textContent.includes("new edition")"""
_WORKER = (ROOT / "docs" / "assets" / "js" / "lib" / "worker.js").read_text(encoding="utf-8")
PATIENCE = re.findall(r"^const PATIENCE = (\d+);", _WORKER, re.MULTILINE)[0]
# A page can be told to wait no longer for its worker's answer.
IMPATIENT = """
  const wait = setTimeout;
  window.waited = () => {};
  window.setTimeout = (done, pause, ...more) => {
    if (pause === PATIENCE) window.waited = done;
    return wait(done, pause, ...more);
  };
""".replace("PATIENCE", PATIENCE)
KEPT = "[...document.querySelectorAll('.entry:has(.available) a.titles')].map(a => a.pathname)"


@pytest.fixture(scope="module")
def builds(library_site: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The library as two builds published it."""
    folder = tmp_path_factory.mktemp("builds")
    first = small(library_site, folder / "first")
    return first, second(first, folder / "second")


@pytest.fixture
def host(builds: tuple[Path, Path]) -> Iterator[Host]:
    """The first build at the host's root, and below two paths."""
    sites = dict.fromkeys(("", "/here", "/there"), builds[0])
    with hosted(sites) as made:
        yield made


@pytest.fixture
def reader(new_page: Any, watch: Any) -> Page:
    """A reader whose browser may keep the site; without a server requests fail."""
    watch.expect("Failed to load resource|net::ERR|Failed to fetch")
    page: Page = new_page(service_workers="allow", viewport={"width": 1280, "height": 900})
    return page


def settle(page: Page, address: str) -> None:
    """Open a page and wait until the worker has all that every page needs."""
    read(page, address)
    until(page, ACTIVE)


def keeping(page: Page, address: str) -> Any:
    """The controls for keeping what a page shows."""
    settle(page, address)
    page.locator(".take-along summary").click()
    box = page.locator(".keeping")
    expect(box.locator("[data-do=keep]:visible, [data-do=drop]:visible").first).to_be_visible()
    return box


def keep(page: Page, address: str) -> Any:
    box = keeping(page, address)
    box.locator("[data-do=keep]").click()
    expect(box.locator("[data-do=keep]")).to_be_hidden()
    expect(box.locator("progress")).to_be_hidden()
    return box


def held(page: Page) -> set[str]:
    return {*page.evaluate(HELD)}


def test_what_was_read_is_read_without_a_server_and_of_the_rest_the_page_says_so(
    host: Host, reader: Page
) -> None:
    base = host.address("/here")
    settle(reader, base + ARTICLE)  # which was open before there was a worker
    read(reader, base + OTHER)
    for address in (ARTICLE, OTHER):
        until(reader, f"async () => (await ({HELD})()).includes('/here/{address}')")
    host.stop()
    for address in (ARTICLE, OTHER, "articles/", ""):
        read(reader, base + address)
        assert reader.locator("h1").count() == 1
    reader.goto(base + ARTICLE)
    reader.locator("[data-opens=settings]").click()  # fetched when it is first pressed
    expect(reader.locator("dialog.settings")).to_be_visible()
    assert not any(path.startswith("/here/search/") for path in held(reader))

    # The page for what is not kept leads there, once it can be had, and to what is kept.
    reader.goto(f"{base}{PICTURED}?ui=both#p2")
    expect(reader.locator(".not-kept")).to_be_visible()
    again = reader.locator(".not-kept a")
    expect(again).to_have_attribute("href", f"{base}{PICTURED}?ui=both#p2")
    links = reader.locator(".offline-page .read a.titles")
    expect(links).to_have_count(2)
    for link in links.all():
        assert link.locator("[lang=ar]").inner_text()
        assert link.locator("[lang=en]").inner_text()
    reader.locator(f".offline-page .read a.titles[href$='/{ARTICLE}']").click()
    reader.wait_for_url(base + ARTICLE)
    reader.go_back()
    host.start()
    expect(again).to_be_visible()
    again.click()
    reader.wait_for_url(f"{base}{PICTURED}?ui=both#p2")

    # It leads to no other site.
    for page in ("https://example.org/", "//example.org", "javascript:alert(1)"):
        read(reader, f"{base}offline/?page={page}")
        expect(links.first).to_be_visible()
        assert reader.locator(".not-kept").is_hidden(), page
        assert reader.locator(".not-kept a").get_attribute("href") is None, page


def test_an_article_is_kept_with_its_pictures_and_let_go(host: Host, reader: Page) -> None:
    base = host.address("/here")
    settle(reader, base)
    before = held(reader)
    box = keep(reader, base + PICTURED)
    expect(box.locator("[role=status]")).to_contain_text("Kept for offline reading")
    more = held(reader) - before
    assert f"/here/{PICTURED}" in more
    assert any(path.startswith("/here/assets/pictures/") for path in more)
    read(reader, f"{base}articles/")
    until(reader, f"{KEPT}.length > 0")
    assert reader.evaluate(KEPT) == [f"/here/{PICTURED}"]
    host.stop()
    read(reader, base + PICTURED)
    until(reader, "document.querySelector('figure img').naturalWidth > 0")
    reader.locator(".take-along summary").click()
    reader.locator(".keeping [data-do=drop]").click()
    expect(reader.locator(".keeping [data-do=keep]")).to_be_visible()
    assert f"/here/{PICTURED}" not in held(reader)
    assert not any(path.startswith("/here/assets/pictures/") for path in held(reader))
    host.start()


def test_everything_is_kept_though_the_browser_stops_the_worker_and_can_be_taken_back(
    host: Host, reader: Page
) -> None:
    """Keeping goes on. Search answers without a server then, and a hit leads to its sentence."""
    base = host.address("/here")
    settle(reader, base)
    before = held(reader)
    reader.add_init_script(IMPATIENT)
    box = keeping(reader, f"{base}articles/")
    stop = reader.context.new_cdp_session(reader)
    stop.send("ServiceWorker.enable")
    stopped: list[str] = []

    def kill(path: str) -> None:
        if "/search/" in path and not stopped:
            stopped.append(path)

    host.hindrance = kill
    box.locator("[data-do=keep]").click()
    wait_until(lambda: stopped)
    stop.send("ServiceWorker.stopAllWorkers")
    reader.evaluate("waited()")
    expect(box.locator("[role=status]")).to_contain_text("Kept for offline reading")
    until(reader, f"{KEPT}.length === document.querySelectorAll('.entry').length")
    host.stop()
    reader.goto(f"{base}?q={FOUND}")
    reader.locator("[data-search][data-state=done]").wait_for()
    hit = reader.locator("[data-hit]").first
    hit.click()
    reader.wait_for_url("**/articles/*/#p*")
    assert reader.locator(":target").count() == 1
    host.start()
    box = keeping(reader, f"{base}articles/")
    box.locator("[data-do=drop]").click()
    expect(box.locator("[data-do=keep]")).to_be_visible()
    assert not any(path.startswith("/here/search/") for path in held(reader))
    # What was read stays for a while: the list, the page that was found.
    assert len(held(reader) - before) < 10


def look_for_newer(page: Page) -> None:
    """Have the browser do now what it does by itself a second after a page was opened."""
    page.evaluate("async () => (await navigator.serviceWorker.getRegistration()).update()")


def load_newer(page: Page) -> None:
    until(page, OFFERED)
    with page.expect_navigation():
        page.locator(".notice.newer [data-do=load]").click()


def test_a_newer_build_takes_the_place_of_the_older_whole_when_the_reader_wants_it(
    host: Host, reader: Page, builds: tuple[Path, Path]
) -> None:
    base = host.address("/here")
    host.caching = "max-age=600"  # so that the browser's own cache has pages of the older build
    keep(reader, base + ARTICLE)
    older = held(reader)
    assert not any("/js/second/" in path for path in older)
    host.sites["/here"] = builds[1]
    host.requests.clear()
    requests: list[str] = []
    reader.on("request", lambda request: requests.append(request.url))
    read(reader, base + ARTICLE)
    until(reader, WAITING)
    # The older is whole until then, and so is what is fetched when it is first pressed.
    assert "الثانية" not in reader.locator("h1").inner_text()
    reader.locator("[data-opens=settings]").click()
    expect(reader.locator("dialog.settings")).to_be_visible()
    reader.keyboard.press("Escape")
    assert not any("/js/second/" in url for url in requests)
    # What both builds have is copied: no face is asked for again.
    assert not any(path.endswith(".woff2") for path in host.requests)
    load_newer(reader)
    assert "الثانية" in reader.locator("h1").inner_text()
    host.stop()
    read(reader, base + ARTICLE)
    assert "الثانية" in reader.locator("h1").inner_text()
    newer = held(reader)
    assert all("/js/second/" in path for path in newer if path.startswith("/here/assets/js/"))
    assert len(reader.evaluate(CACHES)) == 2, "the newer build, and what the reader has chosen"
    host.start()


def test_other_tabs_load_the_newer_build_too(
    host: Host, reader: Page, builds: tuple[Path, Path]
) -> None:
    """Also one that was open before there was a worker, and has not been loaded again."""
    base = host.address("/here")
    settle(reader, base + ARTICLE)
    until(reader, "Boolean(navigator.serviceWorker.controller)")
    later, other = reader.context.new_page(), reader.context.new_page()
    read(later, base + ARTICLE)
    host.sites["/here"] = builds[1]
    read(other, base + OTHER)
    look_for_newer(other)
    for page in (reader, later, other):
        until(page, OFFERED)
    with reader.expect_navigation(), later.expect_navigation():
        load_newer(other)
    for page in (reader, later, other):
        until(page, "document.querySelector('h1').textContent.includes('الثانية')")


def test_where_a_newer_build_has_taken_over_its_worker_is_asked(
    host: Host, reader: Page, builds: tuple[Path, Path]
) -> None:
    """The page had found the older build's worker before, and asks that first."""
    base = host.address("/here")
    settle(reader, base + ARTICLE)
    host.sites["/here"] = builds[1]
    read(reader, f"{base}offline/")
    look_for_newer(reader)
    until(reader, OFFERED)
    found = reader.evaluate(
        """async (module) => {
          const { ask } = await import(module);
          const workers = navigator.serviceWorker;
          const { active, waiting } = await workers.getRegistration();
          const taken = new Promise(done => { workers.oncontrollerchange = done; });
          waiting.postMessage({ task: "load" });
          await taken;
          workers.register = async () => {
            delete workers.register;
            return { active };
          };
          const wait = setTimeout;
          window.setTimeout = (done) => {  // it waits no longer for the older one's answer
            window.setTimeout = wait;
            wait(done);
          };
          return (await ask("available")).read;
        }""",
        reader.evaluate(module_at("lib/worker.js") + ".href"),
    )
    assert found == ["slow_reading"]


def test_pages_are_of_one_build_in_all_their_parts_while_a_newer_cannot_be_had_whole(
    host: Host, reader: Page, builds: tuple[Path, Path]
) -> None:
    base = host.address("/here")
    settle(reader, base + ARTICLE)
    until(reader, f"async () => (await ({HELD})()).includes('/here/{ARTICLE}')")

    # An older worker with a newer site: what it has not kept comes whole from the network.
    def hold(path: str) -> None:
        if path.endswith("/sw.js"):
            raise ConnectionResetError

    host.sites["/here"], host.hindrance = builds[1], hold
    scripts: list[str] = []
    reader.on("request", lambda request: scripts.append(request.url))
    read(reader, base + OTHER)
    assert "الثانية" in reader.locator("h1").inner_text()
    reader.locator("[data-opens=settings]").click()
    expect(reader.locator("dialog.settings")).to_be_visible()
    asked = [url for url in scripts if "/assets/js/" in url]
    assert asked
    assert all("/js/second/" in url for url in asked)
    assert f"/here/{OTHER}" not in held(reader)

    # The server has only some of the new files: the older build stays.
    def missing(path: str) -> None:
        if path == "/here/articles/":
            raise ConnectionResetError

    host.requests.clear()
    host.hindrance = missing
    read(reader, base + ARTICLE)
    look_for_newer(reader)
    wait_until(lambda: "/here/articles/" in host.requests)
    until(reader, STEADY)
    read(reader, base + ARTICLE)
    assert "الثانية" not in reader.locator("h1").inner_text()
    assert reader.locator(".notice.newer").count() == 0
    host.hindrance = str
    reader.reload()
    look_for_newer(reader)
    load_newer(reader)
    assert "الثانية" in reader.locator("h1").inner_text()


def owners(page: Page) -> set[str]:
    """Whose caches there are: what their names begin with."""
    return {name.partition(" ")[0] for name in page.evaluate(CACHES)}


def one_page(folder: Path, heading: str) -> Path:
    """A site of one page, which has nothing that a worker knows of."""
    (folder / ARTICLE).mkdir(parents=True)
    (folder / ARTICLE / "index.html").write_text(f"<!doctype html><h1>{heading}", "utf-8")
    return folder


def test_sites_of_one_host_leave_each_others_caches_alone_also_when_one_is_kept_no_more(
    host: Host, reader: Page, builds: tuple[Path, Path], tmp_path: Path
) -> None:
    """A preview, and a site that is not kept, remove a worker and start none."""
    here, there = host.address("/here"), host.address("/there")
    for base in (host.address(), here, there):
        settle(reader, base + ARTICLE)
    reader.evaluate("caches.open('another program')")
    before = {*reader.evaluate(CACHES)}
    assert len(before) == 3 * 2 + 1, "what each has published, and what was read of it"
    assert owners(reader) == {"/", "/here/", "/there/", "another"}
    host.sites["/here"] = builds[1]
    read(reader, here + ARTICLE)
    look_for_newer(reader)
    load_newer(reader)
    after = {*reader.evaluate(CACHES)}
    assert all(name.startswith("/here/ ") for name in before ^ after)
    # The root's worker leaves to the other sites what is theirs.
    host.stop()
    read(reader, there + ARTICLE)
    assert "الثانية" not in reader.locator("h1").inner_text()
    host.start()

    host.sites["/there"] = one_page(tmp_path / "preview", "Preview")
    write_remover(host.sites["/there"], ROOT / "docs")
    reader.goto(f"{there}{ARTICLE}?ui=en#p2")  # loaded anew, not only another fragment
    until(reader, "document.querySelector('h1').textContent.startsWith('Preview')")
    until(reader, f"async () => (await ({WORKERS})()).length === 2")
    assert {*reader.evaluate(WORKERS)} == {host.address(), here}
    assert owners(reader) == {"/", "/here/", "another"}


def test_a_worker_leaves_a_site_that_has_no_list_any_more(
    host: Host, reader: Page, tmp_path: Path, watch: Any
) -> None:
    watch.expect("404")
    base = host.address("/here")
    settle(reader, base + ARTICLE)
    host.sites["/here"] = one_page(tmp_path, "Other")
    reader.goto(base)
    until(reader, f"async () => (await ({CACHES})()).length === 0")
    with suppress(Error):  # the worker loads the page anew, and may do so now
        reader.goto(base + ARTICLE)
    reader.goto(base + ARTICLE)
    assert reader.locator("h1").inner_text() == "Other"
    until(reader, f"async () => (await ({WORKERS})()).length === 0")
    assert reader.evaluate(CACHES) == []


REFUSALS = {
    "no workers": "delete Navigator.prototype.serviceWorker",
    "no storage": """const no = () => { throw new DOMException("no", "SecurityError"); };
      for (const name of ["localStorage", "sessionStorage", "caches", "indexedDB"])
        Object.defineProperty(window, name, { get: no });
      for (const name of ["register", "getRegistration", "getRegistrations"])
        ServiceWorkerContainer.prototype[name] = async () => no()""",
    "no registration": """ServiceWorkerContainer.prototype.register =
      () => Promise.reject(new DOMException("no", "SecurityError"))""",
}


@pytest.mark.parametrize("how", REFUSALS)
def test_where_storage_is_refused_the_site_works_and_offers_nothing(
    host: Host, reader: Page, how: str
) -> None:
    reader.add_init_script(REFUSALS[how])
    base = host.address()
    read(reader, base + ARTICLE)
    reader.locator(".take-along summary").click()
    expect(reader.locator(".take-along li").first).to_be_visible()
    reader.wait_for_load_state("networkidle")
    assert reader.locator(".keeping").count() == 0
    assert reader.locator(".notice:not(:empty)").count() == 0
    read(reader, f"{base}articles/")
    assert reader.locator(".entry").count() > 5


def hinder(context_page: Page, statement: str) -> None:
    """Run a statement in the site's worker."""
    (worker,) = context_page.context.service_workers
    worker.evaluate(statement)


def test_a_full_storage_is_said_what_was_begun_can_be_finished_and_without_one_all_is_fetched(
    host: Host, reader: Page
) -> None:
    """A worker whose storage fails goes to the network."""
    base = host.address()
    box = keeping(reader, f"{base}articles/")
    hinder(
        reader,
        """() => {
          const put = Cache.prototype.put;
          self.mend = () => (Cache.prototype.put = put);
          Cache.prototype.put = function (key, answer) {
            return String(key).includes("/search/")
              ? Promise.reject(new DOMException("full", "QuotaExceededError"))
              : put.call(this, key, answer);
          };
        }""",
    )
    box.locator("[data-do=keep]").click()
    expect(box.locator("[role=status]")).to_contain_text("no room")
    expect(box.locator("[data-do=drop]")).to_be_visible()
    read(reader, base + OTHER)
    assert reader.locator("h1").count() == 1
    hinder(reader, "() => self.mend()")
    box = keeping(reader, f"{base}articles/")
    expect(box.locator("[role=status]")).to_contain_text("Kept in part")
    box.locator("[data-do=keep]").click()
    expect(box.locator("[role=status]")).to_contain_text("Kept for offline reading")
    hinder(
        reader, "() => { caches.open = caches.match = () => Promise.reject(new Error('refused')); }"
    )
    host.requests.clear()
    for address in (ARTICLE, OTHER):
        read(reader, base + address)
        assert reader.locator("h1").count() == 1
        assert f"/{address}" in host.requests


def test_a_full_storage_does_not_hold_a_reader_to_the_older_build(
    host: Host, reader: Page, builds: tuple[Path, Path]
) -> None:
    """The newer has no room beside the older; once there is room it makes itself whole."""
    base = host.address("/here")
    keep(reader, f"{base}articles/")
    session = reader.context.new_cdp_session(reader)
    quota = {"origin": base.removesuffix("/here/")}
    used = reader.evaluate("async () => (await navigator.storage.estimate()).usage")
    session.send("Storage.overrideQuotaForOrigin", {**quota, "quotaSize": used})
    host.sites["/here"] = builds[1]
    read(reader, base + ARTICLE)
    look_for_newer(reader)
    load_newer(reader)
    assert "الثانية" in reader.locator("h1").inner_text()
    session.send("Storage.overrideQuotaForOrigin", quota)
    listed = json.loads((builds[1] / "offline.json").read_text(encoding="utf-8"))
    shell = {f"/here/{path}" for path in listed["shell"]}

    def whole() -> bool:
        read(reader, base + OTHER)
        return shell <= held(reader)

    wait_until(whole)
    assert len(reader.evaluate(CACHES)) == 2


def test_a_first_reader_has_nothing_kept_can_install_the_app_and_the_worker_lets_others_pass(
    host: Host, reader: Page, watch: Any
) -> None:
    base = host.address("/here")
    read(reader, f"{base}offline/")  # the page for what is not kept says so
    expect(reader.locator(".offline-page .none")).to_be_visible()
    assert reader.locator(".not-kept").is_hidden()
    settle(reader, base)
    session = reader.context.new_cdp_session(reader)
    found = session.send("Page.getAppManifest")
    assert found["errors"] == []
    assert found["url"] == f"{base}manifest.webmanifest"
    manifest = json.loads(found["data"])
    assert manifest["name"] == "خزانة الأنواع · The Shelf of Kinds"
    read_by_browser = found["manifest"]
    assert (read_by_browser["id"], read_by_browser["scope"]) == (base, base)
    assert session.send("Page.getInstallabilityErrors")["installabilityErrors"] == []
    for place in ("icons", "shortcuts"):
        for one in manifest[place]:
            address = one.get("src") or one["url"]
            answer = reader.request.get(base + address)
            assert answer.ok, address
    # What the worker has no part in passes through.
    watch.expect("404|501|416")
    reader.reload()
    answers = reader.evaluate(
        """async () => {
          const all = {
            missing: fetch("nothing/here/"),
            sent: fetch("articles/", { method: "POST", body: "x" }),
            range: fetch("assets/favicon.svg", { headers: { Range: "bytes=0-9" } }),
            headers: fetch("articles/", { method: "HEAD" }),
          };
          return Object.fromEntries(await Promise.all(Object.entries(all).map(
            async ([name, one]) => [name, (await one).status])));
        }"""
    )
    assert answers == {"missing": 404, "sent": 501, "range": 200, "headers": 200}
    answer = reader.goto(f"{base}nothing/here/")
    assert answer
    assert answer.status == 404


def test_keys_do_it_all_and_axe_finds_nothing(
    host: Host, new_page: Any, watch: Any, builds: tuple[Path, Path]
) -> None:
    watch.expect("Failed to load resource|net::ERR")
    page = new_page(service_workers="allow", **PHONE)
    base = host.address("/here")

    def look(within: str | None = None) -> None:
        assert_accessible_in_both(page, within)
        assert page.evaluate("document.documentElement.scrollWidth") <= 390

    settle(page, base + ARTICLE)
    page.locator(".take-along summary").focus()
    page.keyboard.press("Enter")
    box = page.locator(".keeping")
    expect(box.locator("[data-do=keep]")).to_be_visible()
    look(".keeping")
    box.locator("[data-do=keep]").focus()
    page.keyboard.press("Enter")
    expect(box.locator("[role=status]")).to_contain_text("Kept for offline reading")
    expect(box.locator("[data-do=drop]")).to_be_focused()
    look(".keeping")
    read(page, f"{base}articles/")
    until(page, f"{KEPT}.length > 0")
    look()
    host.stop()
    read(page, base + OTHER)
    expect(page.locator(".chosen .entry")).to_have_count(1)
    look()
    page.locator(".chosen button").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".offline-page .none")).to_be_visible()
    host.start()
    host.sites["/here"] = builds[1]
    read(page, base)
    until(page, OFFERED)
    look(".notice.newer")
    page.locator(".brand").focus()
    page.locator(".notice.newer [data-do=later]").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".notice.newer")).to_be_empty()
    expect(page.locator(".brand")).to_be_focused()
    read(page, f"{base}articles/")
    until(page, WAITING)
    assert page.locator(".notice.newer").count() == 0
