"""What a chart's structure tells of what was not read right: symbols without a way in or out, decisions without a choice."""

from __future__ import annotations

import re
from collections import defaultdict

from .drawing.symbols import Form
from .recovered import Chart, Edge, Step


def examined(chart: Chart) -> None:
    """Adds to the doubts of its steps."""
    if not chart.nodes:
        chart.doubts.append("simbol tidak ditemukan; bagannya barangkali berupa gambar")
        return
    into: dict[int, list[Edge]] = defaultdict(list)
    out: dict[int, list[Edge]] = defaultdict(list)
    for edge in chart.edges:
        out[edge.source].append(edge)
        into[edge.target].append(edge)
        if edge.plain or edge.two_way:
            out[edge.target].append(edge)
            into[edge.source].append(edge)
    begins = [k for k in range(len(chart.nodes)) if not into[k]]
    ends = [k for k in range(len(chart.nodes)) if not out[k]]
    for k, node in enumerate(chart.nodes):
        step = chart.steps[node.step]
        capsule = node.form is Form.CAPSULE
        if not out[k] and not into[k] and len(chart.nodes) > 1:
            step.doubt("simbolnya tidak dihubungkan panah", "panah")
            continue
        if k in begins and len(begins) > 1 and not capsule:
            step.doubt("tidak ada panah yang masuk ke simbolnya", "panah")
        if k in ends and len(ends) > 1 and not capsule:
            step.doubt("tidak ada panah yang keluar dari simbolnya", "panah")
        if node.form is Form.DIAMOND:
            _choice(step, out[k])
    _rows(chart)


def _choice(step: Step, leaving: list[Edge]) -> None:
    if len(leaving) < 2:
        step.doubt("keputusannya hanya bercabang satu", "panah")
    elif any(not edge.label for edge in leaving):
        step.doubt("ada cabang keputusan yang tidak berlabel", "panah")


def _rows(chart: Chart) -> None:
    filled = {node.step for node in chart.nodes}
    last = 0
    for k, step in enumerate(chart.steps):
        if k not in filled:
            step.doubt("baris ini tanpa simbol", "pelaksana")
        if not step.activity:
            step.doubt("uraian kegiatannya tidak terbaca")
        number = re.match(r"\d+", step.number)
        if number and int(number[0]) not in (last, last + 1):
            step.doubt(f"nomor {step.number} tidak berurutan")
        last = int(number[0]) if number else last
