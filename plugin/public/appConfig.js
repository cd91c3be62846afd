// Read by `twilio flex:plugins:start`; the deployed Flex has its own configuration.
// eslint-disable-next-line no-unused-vars -- a global that Flex reads
var appConfig = {
  pluginService: {
    enabled: true,
    url: '/plugins',
  },
  logLevel: 'info',
};
