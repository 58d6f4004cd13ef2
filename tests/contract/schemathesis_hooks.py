"""Conditions between parameters that OpenAPI has no words for; everything else is as the document says."""

from __future__ import annotations

from typing import Any

import schemathesis
from schemathesis import Case, HookContext


@schemathesis.hook
def filter_case(context: HookContext, case: Case[Any]) -> bool:
    """Leave out requests that are right by the document and refused for how their parameters go together.

    Years must not run backwards, and the last page of a table depends on what else is chosen.
    """
    del context
    query = case.query or {}
    first, last = query.get("from"), query.get("to")
    backwards = isinstance(first, str) and isinstance(last, str) and first.isdigit() and last.isdigit() and first > last
    return not backwards and not (query.get("page") and case.path == "/table")
