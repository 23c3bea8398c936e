"""Who attended, missed or was invited to a gathering, by the clauses that say so."""
