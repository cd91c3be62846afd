import { twilioHandler } from '../service/edge/handler';
import { fetchPersonaStudioRoute } from '../service/routes/fetch-persona-studio';

export const handler = twilioHandler(fetchPersonaStudioRoute());
