export const messages = {
  patrons: {
    national: {
      hint: 'Elf cijfers, zoals op de identiteitskaart. Het nummer wordt versleuteld bewaard.', stays: 'Er is een nummer bewaard. Leeg laten: het blijft zo.',
      drop: 'Bewaard nummer weghalen', kept: 'bewaard', show: 'Voluit tonen', title: 'Rijksregisternummer van %{name}', purpose: 'Waarvoor?',
      noted: 'Dat je het nummer ziet en waarvoor, wordt genoteerd. De lener kan dat opvragen.',
    },
    contact: {
      one: 'Contactpersoon %{number}', role: 'Rol', parent: 'ouder', guardian: 'voogd', teacher: 'leerkracht', contact: 'contactpersoon',
      from: 'Vanaf', to: 'Tot en met', untilAdult: 'Leeg: tot het kind achttien is.', open: 'Leeg: tot nader order.',
      add: 'Contactpersoon toevoegen', addParent: 'Ouder, voogd of contactpersoon toevoegen', dropOne: 'Contactpersoon %{name} weghalen',
    },
  },
}
