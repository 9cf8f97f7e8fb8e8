/** Lines are told apart by these as well as by colour. */
export const signs = [
  'M-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0',
  'M-4 -4h8v8h-8z',
  'M0 -5.500l5.500 5.500l-5.500 5.500l-5.500 -5.500z',
  'M0 -5l5 9h-10z',
  'M0 5l5 -9h-10z',
  'M-5 -2h3v-3h4v3h3v4h-3v3h-4v-3h-3z',
];
