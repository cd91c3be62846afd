// A webpack loader: hands on a finished script together with the source map beside it, which webpack leaves alone.
const { readFileSync } = require('node:fs');

module.exports = function (script) {
  const map = `${this.resourcePath}.map`;
  this.addDependency(map);
  this.callback(null, script.replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n'), JSON.parse(readFileSync(map, 'utf8')));
};
