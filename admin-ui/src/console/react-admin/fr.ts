import french from 'ra-language-french'

/** react-admin's own French, with the keys that it uses but does not ship. */
export const messages = {
  ra: {
    ...french.ra,
    action: { ...french.ra.action, edit: 'Modifier' },
    navigation: { ...french.ra.navigation, current_page: 'Page %{page}' },
    message: {
      ...french.ra.message,
      update_title: 'Modifier %{name} %{recordRepresentation}',
      update_content: 'Voulez-vous vraiment modifier cet élément ?',
    },
    inspector: {
      'SimpleForm.title': 'Formulaire', 'SimpleList.title': 'Liste', 'Datagrid.title': 'Tableau',
      hideAll: 'Tout masquer', showAll: 'Tout afficher',
    },
  },
}
