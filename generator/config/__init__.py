"""Report configs: YAML text to typed values with the place of each key.

In: a config file, the catalogue, the names of the templates. Out: ``ReportConfig``
and ``BuildPlan``. Knows of no reader and of no renderer.
"""

from generator.config.load import load_report_config
from generator.config.periods import (
    PeriodSyntax,
    Relative,
    format_period,
    parse_period,
    resolve,
)
from generator.config.plan import BuildPlan, ReportJob, make_plan
from generator.config.root import default_configs, project_root, template_folders, template_names
from generator.config.schema import json_schema
from generator.config.values import (
    Comparison,
    Format,
    LetterheadConfig,
    ReportConfig,
    Scope,
    SignatureConfig,
)

__all__ = [
    "BuildPlan",
    "Comparison",
    "Format",
    "LetterheadConfig",
    "PeriodSyntax",
    "Relative",
    "ReportConfig",
    "ReportJob",
    "Scope",
    "SignatureConfig",
    "default_configs",
    "format_period",
    "json_schema",
    "load_report_config",
    "make_plan",
    "parse_period",
    "project_root",
    "resolve",
    "template_folders",
    "template_names",
]
