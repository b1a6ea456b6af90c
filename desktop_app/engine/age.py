"""Who is a minor (R3)."""

from datetime import date

from desktop_app.engine.policy import Policy
from desktop_app.engine.result import Step
from desktop_app.engine.steps import ADULT_ON


def adult_on(birth_date: date, adult_age: int) -> date:
    """First day as an adult: the birthday; of somebody born on 29 February 1 March in other years (R3)."""
    year = birth_date.year + adult_age
    try:
        return birth_date.replace(year=year)
    except ValueError:
        return date(year, 3, 1)


def is_minor(birth_date: date, service_date: date, policy: Policy) -> bool:
    """Whether somebody born then is a minor on the service date (R3)."""
    return service_date < adult_on(birth_date, policy.minor.adult_age.figure)


def adult_on_step(birth_date: date, policy: Policy) -> Step:
    """Show until when somebody is a minor; given with a bill whose result depends on it (R3)."""
    age = policy.minor.adult_age
    provisions = (policy.provisions.minor_on_service_date,)
    return Step(ADULT_ON, adult_on(birth_date, age.figure), (birth_date, age), provisions)
