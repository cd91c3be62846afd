import { twilioHandler } from '../service/edge/handler';
import { identifyUserRoute } from '../service/routes/identify-user';

export const handler = twilioHandler(identifyUserRoute());
