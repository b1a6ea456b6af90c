"""What the result page opens, level by level: member, bill, derivation, limits, what the result rests on."""
