import english from 'ra-language-english'

/** react-admin's own English, with the keys that it uses but does not ship. */
export const messages = {
  ra: {
    ...english.ra,
    message: {
      ...english.ra.message,
      update_title: 'Change %{name} %{recordRepresentation}',
      update_content: 'Are you sure you want to change this %{name}?',
    },
    inspector: {
      'SimpleForm.title': 'Form', 'SimpleList.title': 'List', 'Datagrid.title': 'Table',
      hideAll: 'Hide all', showAll: 'Show all',
    },
  },
}
