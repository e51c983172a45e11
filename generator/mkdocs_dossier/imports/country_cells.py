"""Countries as tables write them, by name in any of the built-in languages or by code, as codes of two letters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache

from mkdocs_dossier.read.territories import built_in_territories

_ALPHA_3 = {
    pair[:3]: pair[3:]
    for pair in (
        "ABWAW AFGAF AGOAO AIAAI ALAAX ALBAL ANDAD AREAE ARGAR ARMAM ASMAS ATAAQ ATFTF ATGAG AUSAU AUTAT AZEAZ BDIBI "
        "BELBE BENBJ BESBQ BFABF BGDBD BGRBG BHRBH BHSBS BIHBA BLMBL BLRBY BLZBZ BMUBM BOLBO BRABR BRBBB BRNBN BTNBT "
        "BVTBV BWABW CAFCF CANCA CCKCC CHECH CHLCL CHNCN CIVCI CMRCM CODCD COGCG COKCK COLCO COMKM CPVCV CRICR CUBCU "
        "CUWCW CXRCX CYMKY CYPCY CZECZ DEUDE DJIDJ DMADM DNKDK DOMDO DZADZ ECUEC EGYEG ERIER ESHEH ESPES ESTEE ETHET "
        "FINFI FJIFJ FLKFK FRAFR FROFO FSMFM GABGA GBRGB GEOGE GGYGG GHAGH GIBGI GINGN GLPGP GMBGM GNBGW GNQGQ GRCGR "
        "GRDGD GRLGL GTMGT GUFGF GUMGU GUYGY HKGHK HMDHM HNDHN HRVHR HTIHT HUNHU IDNID IMNIM INDIN IOTIO IRLIE IRNIR "
        "IRQIQ ISLIS ISRIL ITAIT JAMJM JEYJE JORJO JPNJP KAZKZ KENKE KGZKG KHMKH KIRKI KNAKN KORKR KWTKW LAOLA LBNLB "
        "LBRLR LBYLY LCALC LIELI LKALK LSOLS LTULT LUXLU LVALV MACMO MAFMF MARMA MCOMC MDAMD MDGMG MDVMV MEXMX MHLMH "
        "MKDMK MLIML MLTMT MMRMM MNEME MNGMN MNPMP MOZMZ MRTMR MSRMS MTQMQ MUSMU MWIMW MYSMY MYTYT NAMNA NCLNC NERNE "
        "NFKNF NGANG NICNI NIUNU NLDNL NORNO NPLNP NRUNR NZLNZ OMNOM PAKPK PANPA PCNPN PERPE PHLPH PLWPW PNGPG POLPL "
        "PRIPR PRKKP PRTPT PRYPY PSEPS PYFPF QATQA REURE ROURO RUSRU RWARW SAUSA SDNSD SENSN SGPSG SGSGS SHNSH SJMSJ "
        "SLBSB SLESL SLVSV SMRSM SOMSO SPMPM SRBRS SSDSS STPST SURSR SVKSK SVNSI SWESE SWZSZ SXMSX SYCSC SYRSY TCATC "
        "TCDTD TGOTG THATH TJKTJ TKLTK TKMTM TLSTL TONTO TTOTT TUNTN TURTR TUVTV TWNTW TZATZ UGAUG UKRUA UMIUM URYUY "
        "USAUS UZBUZ VATVA VCTVC VENVE VGBVG VIRVI VNMVN VUTVU WLFWF WSMWS XKKXK YEMYE ZAFZA ZMBZM ZWEZW "
    ).split()
}
"""The codes of three letters (ISO 3166-1 alpha-3, as Unicode CLDR has them) with those of two."""

_BETWEEN = re.compile(r"\s*[;|,/]\s*")


def codes_in(cell: str, own: Mapping[str, str]) -> tuple[str, ...] | str:
    """Return the codes in a cell, or the part of it that is no country. own: further codes by code or name.

    A whole cell is a name first (`Congo, Democratic Republic of the`), then a list (`SY, TR`).
    """
    if (code := _code(cell, own)) is not None:
        return (code,)
    codes: list[str] = []
    for part in _BETWEEN.split(cell.strip()):
        if not part:
            continue
        if (code := _code(part, own)) is None:
            return part
        codes.append(code)
    return tuple(dict.fromkeys(codes))


def _code(text: str, own: Mapping[str, str]) -> str | None:
    text = text.strip()
    upper = text.upper()
    if upper in built_in_territories() or upper in own:
        return own.get(upper, upper)
    if len(text) == 3 and upper in _ALPHA_3:
        return _ALPHA_3[upper]
    head, comma, tail = text.partition(", ")
    forms = (text, f"{tail} {head}") if comma else (text,)
    return next(
        (code for form in forms if (code := _names().get(country_form(form)) or own.get(country_form(form)))), None
    )


@cache
def _names() -> dict[str, str]:
    """Every name of every territory; one that two of them have names neither."""
    found: dict[str, set[str]] = {}
    for code, territory in built_in_territories().items():
        names = (territory.name, territory.official, *(name for names in territory.names.values() for name in names))
        for name in names:
            found.setdefault(country_form(name), set()).add(code)
    return {name: next(iter(codes)) for name, codes in found.items() if name and len(codes) == 1}


def country_form(name: str) -> str:
    """Return what all ways to write a country's name have in common."""
    plain = (char for char in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(char))
    return " ".join("".join(plain).replace(".", "").replace("’", "'").split()).removeprefix("the ")
