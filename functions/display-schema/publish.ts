import { twilioHandler } from '../../service/edge/handler';
import { publishRoute } from '../../service/publish/routes';

export const handler = twilioHandler(publishRoute());
