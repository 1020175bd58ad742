"""The picture of a trace that is pulled, enlarged and followed, by mouse and by keyboard."""

from __future__ import annotations

import re

import pytest
from browsing import Visit
from playwright.sync_api import Page, expect

from ui.address import PageName

pytestmark = pytest.mark.browser

FRAME = ".st-key-kb-picture .frame"


def seen(page: Page) -> tuple[float, ...]:
    """What part of the drawing the frame shows: x, y, width, height."""
    page.wait_for_timeout(150)
    words = page.locator(f"{FRAME} svg").get_attribute("viewBox") or ""
    return tuple(float(word) for word in words.split())


def open_picture(window: Visit) -> Page:
    page = window.open(PageName.TRACE, doc="19-CT/TU", ve="dong")
    expect(page.locator(f"{FRAME} rect.start")).to_be_visible()
    return page


def test_the_picture_is_pulled_and_enlarged(window: Visit) -> None:
    page = open_picture(window)
    x, y, width, _ = seen(page)
    edge = page.locator(FRAME).bounding_box()
    assert edge is not None
    page.mouse.move(edge["x"] + 30, edge["y"] + 200)
    page.mouse.down()
    page.mouse.move(edge["x"] + 130, edge["y"] + 240, steps=5)
    page.mouse.up()
    pulled = seen(page)
    assert pulled[0] < x
    assert pulled[1] <= y
    page.get_by_role("button", name="Phóng to").click()
    assert seen(page)[2] < width
    page.get_by_role("button", name="Vừa khung").click()
    whole = seen(page)
    for box in page.locator(f"{FRAME} a rect").all():
        assert whole[0] <= float(box.get_attribute("x") or 0) <= whole[0] + whole[2]
    page.get_by_role("button", name="Về chỗ đang xem").click()
    assert seen(page)[2] == pytest.approx(width)


def test_a_pull_that_begins_on_a_box_follows_nothing(window: Visit) -> None:
    page = open_picture(window)
    box = page.locator(f"{FRAME} a").first.bounding_box()
    assert box is not None
    before = page.url
    page.mouse.move(box["x"] + 20, box["y"] + box["height"] - 8)
    page.mouse.down()
    page.mouse.move(box["x"] + 90, box["y"] + box["height"] + 40, steps=5)
    page.mouse.up()
    window.settle()
    assert page.url == before


def test_a_box_leads_to_the_trace_from_there_by_mouse_and_by_keyboard(window: Visit) -> None:
    page = open_picture(window)
    page.get_by_role("button", name="Vừa khung").click()
    page.locator(f"{FRAME} a", has_text="271-KH/TU").first.click()
    window.settle()
    expect(page).to_have_url(re.compile(r"doc=271-kh-tu[^&]*&?.*"))
    expect(page).to_have_url(re.compile(r"ve=dong"))
    expect(page.locator(f"{FRAME} rect.start")).to_be_visible()
    page.locator(FRAME).focus()
    x = seen(page)[0]
    page.keyboard.press("ArrowRight")
    assert seen(page)[0] > x
    page.keyboard.press("Tab")
    before = page.url
    page.keyboard.press("Enter")
    window.settle()
    page.wait_for_function("before => window.location.href !== before", arg=before)
    assert "ve=dong" in page.url
