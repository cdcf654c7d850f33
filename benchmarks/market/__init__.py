"""A seed comes in; two halves of a judged market go out: needs, offers, and who fits whom by what was stated.

Written from knowledge of how buyers ask and factories offer, before any matching of ours was tuned and without a look
at it. The shape and the rules of judging are those of the sample that the market benchmark names. No family of needs
and offers stands in both halves: ``develop`` may be looked at, ``report`` is only scored.
"""

from __future__ import annotations
