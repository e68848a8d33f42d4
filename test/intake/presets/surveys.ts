import type { Fixture } from '../preset-fixture';

export const surveys: readonly Fixture[] = [
  {
    preset: 'qualtrics',
    law: 'what Qualtrics writes about a response is no answer',
    rows: [
      'StartDate,EndDate,Status,IPAddress,Progress,Duration (in seconds),Finished,RecordedDate,ResponseId,RecipientLastName,RecipientFirstName,RecipientEmail,ExternalReference,DistributionChannel,UserLanguage,Q1',
      '2026-01-21,2026-01-21,0,1.2.3.4,100,120,1,2026-01-21,R_1,Kay,Ann,ann@x.org,,email,EN,9',
      '2026-01-22,2026-01-22,0,1.2.3.5,100,95,1,2026-01-22,R_2,Low,Ben,ben@x.org,,email,EN,4',
    ],
    kind: 'answers',
    roles: {
      RecordedDate: 'date',
      ResponseId: 'respondent',
      RecipientEmail: 'email',
      RecipientFirstName: 'customer-name',
      RecipientLastName: 'customer-name',
      ExternalReference: 'customer',
      DistributionChannel: 'channel',
      Q1: 'score',
    },
  },
  {
    preset: 'surveymonkey',
    law: 'the questions are the columns that SurveyMonkey did not add',
    rows: [
      'Respondent ID,Collector ID,Start Date,End Date,IP Address,Email Address,How likely are you to recommend us?',
      '1001,C1,2024-01-21,2024-01-21,1.2.3.4,ann@x.org,9',
      '1002,C1,2024-01-21,2024-01-22,1.2.3.4,ben@x.org,4',
    ],
    kind: 'answers',
    roles: { 'Respondent ID': 'respondent', 'End Date': 'date', 'Email Address': 'email', 'How likely are you to recommend us?': 'score' },
  },
  {
    preset: 'typeform',
    law: 'the questions are the columns that Typeform did not add',
    rows: [
      '#,How satisfied were you?,What did you like?,Start Date (UTC),Submit Date (UTC),Network ID',
      'a1,5,The tea was warm and so was the welcome,2026-05-21 10:00:00,2026-05-21 10:05:00,n1',
      'a2,4,Quiet place with kind people who know tea,2026-05-22 11:00:00,2026-05-22 11:04:00,n2',
    ],
    kind: 'answers',
    roles: { 'How satisfied were you?': 'score', 'What did you like?': 'comment', 'Submit Date (UTC)': 'date' },
  },
];
