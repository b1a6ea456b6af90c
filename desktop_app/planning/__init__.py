"""Questions put to the engine: what another choice, another bill, another year would cost. No rules."""
