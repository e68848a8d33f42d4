import type { Fixture } from '../preset-fixture';

export const mailchimp: readonly Fixture[] = [
  {
    preset: 'mailchimp-audience',
    law: 'subscribers are customers who said when they agreed',
    rows: [
      'Email Address,First Name,Last Name,MEMBER_RATING,OPTIN_TIME,OPTIN_IP,CONFIRM_TIME,CONFIRM_IP,CC,REGION,LAST_CHANGED,LEID,EUID,NOTES,TAGS',
      'ann@x.org,Ann,Kay,2,2025-03-15 14:40:47,,2025-03-16 14:40:47,,be,,2025-03-16 14:40:47,l1,e1,,"""VIP"""',
    ],
    kind: 'customers',
    roles: {
      'Email Address': 'email',
      'First Name': 'customer-name',
      'Last Name': 'customer-name',
      OPTIN_TIME: 'signup',
      CONFIRM_TIME: 'consent',
      TAGS: 'tags',
      REGION: 'city',
      CC: 'country',
    },
  },
  {
    preset: 'mailchimp-unsubscribed',
    law: 'who left is known with the campaign that they left by',
    rows: [
      'Email Address,First Name,Last Name,MEMBER_RATING,OPTIN_TIME,CONFIRM_TIME,LEID,EUID,UNSUB_TIME,UNSUB_CAMPAIGN_TITLE,UNSUB_REASON',
      'ann@x.org,Ann,Kay,2,2025-03-15 14:40:47,2025-03-16 14:40:47,l1,e1,2025-06-01 10:00:00,Spring,NORMAL',
    ],
    kind: 'contacts',
    roles: {
      'Email Address': 'email',
      'First Name': 'customer-name',
      'Last Name': 'customer-name',
      UNSUB_TIME: 'unsubscribed',
      UNSUB_CAMPAIGN_TITLE: 'campaign',
    },
  },
];
