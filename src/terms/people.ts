/** How identifiers of customers are taken together. Plain and storable; a shop has one. */
export interface PeopleRules {
  byEmail: boolean;
  byPhone: boolean;
  /** E-mails and phone numbers that never bring customers together: the user has split what they joined. */
  apart: string[];
}

export const DEFAULT_PEOPLE_RULES: PeopleRules = { byEmail: true, byPhone: true, apart: [] };
