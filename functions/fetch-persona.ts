import { twilioHandler } from '../service/edge/handler';
import { fetchPersonaRoute } from '../service/routes/fetch-persona';

export const handler = twilioHandler(fetchPersonaRoute());
