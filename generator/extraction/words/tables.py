"""Words of tables inside a text."""

from __future__ import annotations

from generator.vi.words import Plain, WordFile, Words, read


class TableWords(WordFile, file="tables.yaml"):
    """The lists of ``config/rules/tables.yaml``, which tells what each is."""

    units: Words
    measures: Words
    percent: Words
    magnitudes: Words
    unit_marks: Words
    unit_marks_bare: Words
    unit_columns: Words
    asides: Words
    whole_year: Words
    time_joints: Words
    results: Words
    results_before: Words
    results_behind: Words
    ranks: Words
    ranks_behind: Words
    ranked: Words
    scores: Words
    scores_behind: Words
    shares: Words
    shares_behind: Words
    targets: Words
    target_rows: Words
    target_rows_behind: Words
    target_groups: Words
    changes: Words
    lower: Words
    higher: Words
    not_lower: Plain
    compared: Words
    change_groups: Words
    earlier: Words
    reported: Words
    totals: Words
    wholes: Words
    nations: Words
    means: Words
    running: Words
    level_before: Words
    departments: Words
    level_inside: Words
    reports: Words
    fields: Words
    not_fields: Words
    not_level: Words
    province_types: Words
    city_types: Words
    city_types_short: Words
    committees: Words
    parts: Words
    body_columns: Words
    field_columns: Words
    field_columns_behind: Words
    local: Words
    time_columns: Words
    numbered_times: Words
    no_body: Words
    bare_types: Words
    body_types: Words
    rank_marks: Words
    cell_magnitudes: Words
    rated: Words
    rate_of: Words
    indices: Words
    verbal: Words
    dossiers: Words
    other_nouns: Words
    part_received: Words
    part_pending: Words
    part_late: Words
    part_online: Words
    part_digitised: Words
    part_by_post: Words
    cell_before: Words
    cell_times: Words


TABLES = read(TableWords)
