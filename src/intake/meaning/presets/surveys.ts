import type { Preset } from '../preset';

export const surveys: readonly Preset[] = [
  {
    name: 'qualtrics',
    system: 'Qualtrics',
    needs: ['start date', 'end date', 'progress', 'finished', 'recorded date', 'response id'],
    kind: 'answers',
    roles: {
      customer: ['external reference', 'external data reference'],
      email: ['recipient email'],
      'customer-name': ['recipient first name', 'recipient last name'],
      respondent: ['response id'],
      date: ['recorded date'],
      channel: ['distribution channel'],
    },
    aside: [
      'start date',
      'end date',
      'status',
      'response type',
      'ip address',
      'progress',
      'duration in seconds',
      'finished',
      'recipient first name',
      'location latitude',
      'location longitude',
      'user language',
    ],
  },
  {
    name: 'surveymonkey',
    system: 'SurveyMonkey',
    needs: ['respondent id', 'collector id', 'start date', 'end date', 'ip address'],
    kind: 'answers',
    roles: { respondent: ['respondent id'], email: ['email address'], 'customer-name': ['first name', 'last name'], date: ['end date'] },
    aside: ['collector id', 'start date', 'ip address', 'first name', 'custom data 1'],
  },
  {
    name: 'typeform',
    system: 'Typeform',
    needs: ['start date utc', 'submit date utc', 'network id'],
    kind: 'answers',
    roles: { email: ['email'], phone: ['phone'], date: ['submit date utc'] },
    aside: ['', 'start date utc', 'network id', 'response type', 'stage date utc', 'tags', 'ending'],
  },
];
