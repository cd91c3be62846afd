import { twilioHandler } from '../service/edge/handler';
import { displaySchemaRoute } from '../service/routes/display-schema';

export const handler = twilioHandler(displaySchemaRoute());
