import type { messages as dutch } from './nl.ts'

export const messages: typeof dutch = {
  patrons: {
    class: {
      title: 'School classes', intro: 'Classes borrow with one card. Every year they move up to the next.', add: 'Add a class',
      roll: 'To the new school year', chooseLibrary: 'Choose a library or a branch at the top.', none: 'No classes yet.', acts: 'Acts',
      name: 'Class', school: 'School', teacher: 'Teacher', until: 'Member until', edit: 'Change class %{name}',
      nameHint: 'Begin with the year: 3A becomes 4A next year, K3 becomes 1.', last: 'Last year of the school',
      lastHint: 'After that the class leaves the school. Primary school: 6.', stays: 'Keeps its name every year',
    },
    roll: {
      byItself: 'On %{day} the classes move up to school year %{year}-%{next} by themselves.', look: 'Look beforehand', itself: 'by itself',
      title: 'To school year %{year}-%{next}', act: 'Move up', none: 'No classes to move up.', lines: 'What each class becomes', school: 'School',
      before: 'Now', after: 'Becomes', until: 'Member until', leaves: 'leaves the school', past: 'Moves to a new year',
      teachers: 'Teachers do not move along: change them afterwards on the page of the class.',
      one: 'School year %{year}-%{next}: %{smart_count} class |||| School year %{year}-%{next}: %{smart_count} classes', isBack: 'put back on %{moment}',
      back: 'Put back', backOne: 'Put back: school year %{year}-%{next}', left: 'Changed meanwhile, so these stayed: %{names}.',
    },
  },
}
