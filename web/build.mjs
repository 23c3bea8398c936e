// Bundles src/*.js and *.css into kg/_web, with what they use of the packages in node_modules, and those packages' licences.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const into = join(here, "..", "kg", "_web");
const modules = join(here, "node_modules");
// Files that are taken as they are: the package's path of the file, and its name here.
const copied = {
  "world-atlas/countries-110m.json": "countries-110m.json",
};

rmSync(into, { recursive: true, force: true });
mkdirSync(into, { recursive: true });
const { metafile } = await build({
  absWorkingDir: here,
  entryPoints: readdirSync(join(here, "src")).filter((name) => /\.(js|css)$/.test(name)).map((name) => join("src", name)),
  outdir: into,
  bundle: true,
  format: "iife",
  target: "es2020",
  minify: true,
  legalComments: "none", // the licences stand in LICENSES.txt
  charset: "utf8",
  metafile: true,
});
for (const [from, name] of Object.entries(copied)) cpSync(join(modules, from), join(into, name));
writeFileSync(join(into, "LICENSES.txt"), licences());

function licences() {
  const used = [...Object.keys(metafile.inputs).filter((path) => path.startsWith("node_modules/")), ...Object.keys(copied).map((path) => `node_modules/${path}`)];
  const names = [...new Set(used.map((path) => path.match(/node_modules\/((?:@[^/]+\/)?[^/]+)/)[1]))].sort();
  return names.map(licence).join("\n");
}

function licence(name) {
  const folder = join(modules, name);
  const { version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = ["LICENSE", "LICENSE.md", "LICENSE.txt"].map((each) => join(folder, each)).find(existsSync);
  if (!file) throw new Error(`${name}: no licence file in the package`);
  return `${name} ${version} (${license})\n\n${readFileSync(file, "utf8")}\n${"-".repeat(80)}\n`;
}
