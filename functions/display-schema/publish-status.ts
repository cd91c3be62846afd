import { twilioHandler } from '../../service/edge/handler';
import { publishStatusRoute } from '../../service/publish/routes';

export const handler = twilioHandler(publishStatusRoute());
