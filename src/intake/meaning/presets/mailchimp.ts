import type { Preset } from '../preset';

/** What Mailchimp keeps of each address, whichever list it is on. */
const PERSON: Preset['roles'] = {
  email: ['email address'],
  'customer-name': ['first name', 'last name'],
  phone: ['phone number', 'phone'],
};

export const mailchimp: readonly Preset[] = [
  {
    // Subscribed contacts are customers who agreed to be written to; the time of their word stands in CONFIRM_TIME.
    name: 'mailchimp-audience',
    system: 'Mailchimp',
    needs: ['email address', 'member rating', 'optin time', 'confirm time', 'leid', 'euid'],
    kind: 'customers',
    roles: {
      ...PERSON,
      signup: ['optin time'],
      consent: ['confirm time'],
      birthday: ['birthday'],
      tags: ['tags'],
      city: ['region'],
      country: ['cc'],
    },
  },
  {
    name: 'mailchimp-unsubscribed',
    system: 'Mailchimp',
    needs: ['email address', 'member rating', 'optin time', 'unsub time', 'leid', 'euid', 'confirm time'],
    kind: 'contacts',
    roles: { ...PERSON, campaign: ['unsub campaign title'], unsubscribed: ['unsub time'] },
  },
];
