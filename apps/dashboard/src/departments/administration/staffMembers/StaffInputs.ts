/** The groups of the staff form. */
export const staffGroups = [
  {
    names: [
      'login',
      'displayName',
      'familyName',
      'givenName',
      'jobTitle',
      'department',
      'region',
      'supervisor',
      'phone',
      'email',
    ],
  },
];
