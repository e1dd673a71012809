"""The Dutch words in which officers, reviewers and citizens read our terms."""

from collections.abc import Mapping

from redact.finding import Action, Kind, Role

KINDS: Mapping[Kind, str] = {
    Kind.PERSON: "naam van een persoon",
    Kind.EMAIL: "e-mailadres",
    Kind.PHONE: "telefoonnummer",
    Kind.ADDRESS: "adres",
    Kind.BSN: "burgerservicenummer",
    Kind.IBAN: "rekeningnummer",
    Kind.PLATE: "kenteken",
    Kind.BIRTHDATE: "geboortedatum of leeftijd",
    Kind.IDNUMBER: "persoonlijk nummer",
    Kind.HEALTH: "bijzonder persoonsgegeven",
    Kind.CASE: "individuele zaak",
    Kind.OPINION: "persoonlijke beleidsopvatting",
    Kind.STATE: "functioneren van de organisatie",
    Kind.INSPECTION: "inspectie, controle en toezicht",
    Kind.COMPANY: "bedrijfsgegeven",
    Kind.SCOPE: "buiten de reikwijdte",
}

ACTIONS: Mapping[Action, str] = {
    Action.REDACT: "weglakken",
    Action.LOOK: "bekijken",
    Action.KEEP: "laten staan",
}

ROLES: Mapping[Role, str] = {
    Role.UNKNOWN: "rol onbekend",
    Role.CITIZEN: "burger",
    Role.CIVIL_SERVANT: "ambtenaar",
    Role.OFFICE_HOLDER: "bestuurder of ambtsdrager",
    Role.ADVISER: "extern adviseur",
    Role.AUTHOR: "aangehaalde auteur",
    Role.HISTORIC: "historisch persoon",
    Role.ORGANISATION: "organisatie",
}
