import { shell } from './shell';
import { start } from './start';
import { sql } from './sql';
import { intake } from './intake';
import { data } from './data';
import { people } from './people';
import { settings } from './settings';
import { overview } from './overview';
import { retention } from './retention';
import { loyalty } from './loyalty';
import { breakdown } from './breakdown';
import { value } from './value';
import { prediction } from './prediction';
import { customers } from './customers';
import { outlook } from './outlook';
import { metricRisk } from './metric-risk';
import { how } from './how';
import { metric } from './metric';
import { metricRetention } from './metric-retention';
import { survival } from './survival';
import { metricSurvival } from './metric-survival';
import { metricRepeat } from './metric-repeat';
import { metricLoyalty } from './metric-loyalty';
import { metricValue } from './metric-value';
import { metricBands } from './metric-bands';
import { metricPrediction } from './metric-prediction';
import { metricVoice } from './metric-voice';
import { metricProgramme } from './metric-programme';
import { metricService } from './metric-service';
import { metricBasket } from './metric-basket';
import { basket } from './basket';
import { metricTrust } from './metric-trust';
import { trust } from './trust';
import { voice } from './voice';
import { programme } from './programme';
import { service } from './service';
import { codes } from './codes';
import { lab } from './lab';
import { dictionary } from './dictionary';
import { kinds } from './kinds';
import { keeping } from './keeping';
import { history } from './history';

/** All messages; see ../en for the keys. */
export const zhHant = {
  ...shell,
  ...start,
  ...sql,
  ...intake,
  ...data,
  ...people,
  ...settings,
  ...overview,
  ...retention,
  ...loyalty,
  ...breakdown,
  ...value,
  ...prediction,
  ...customers,
  ...outlook,
  ...metricRisk,
  ...how,
  ...metric,
  ...metricRetention,
  ...survival,
  ...metricSurvival,
  ...metricRepeat,
  ...metricLoyalty,
  ...metricValue,
  ...metricBands,
  ...metricPrediction,
  ...metricVoice,
  ...metricProgramme,
  ...metricService,
  ...metricBasket,
  ...basket,
  ...metricTrust,
  ...trust,
  ...voice,
  ...programme,
  ...service,
  ...codes,
  ...lab,
  ...dictionary,
  ...kinds,
  ...keeping,
  ...history,
};
