/**
 * What programs are made of, as CycloneDX 1.6. Nothing in it depends on the day or the machine.
 * @param {{ name: string, version: string, license: string }} product
 * @param {Awaited<ReturnType<typeof import('./shipped-packages.mjs').shippedPackages>>} packages
 */
export function billOfMaterials(product, packages) {
  const bill = {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { component: { type: 'application', ...component(product) } },
    components: packages.map((each) => ({ type: 'library', scope: 'required', ...component(each) })),
    dependencies: [{ ref: address(product), dependsOn: packages.map(address) }],
  };
  return `${JSON.stringify(bill, null, 2)}\n`;
}

function component({ name, version, license, integrity }) {
  const [, group, own = name] = /^(@[^/]+)\/(.+)$/.exec(name) ?? [];
  const purl = address({ name, version });
  return {
    'bom-ref': purl,
    ...(group === undefined ? {} : { group }),
    name: own,
    version,
    licenses: [/^[\w.+-]+$/.test(license) ? { license: { id: license } } : { expression: license }],
    purl,
    ...(integrity === undefined ? {} : { hashes: [hashOf(integrity)] }),
  };
}

function address({ name, version }) {
  return `pkg:npm/${name.replace('@', '%40')}@${version}`;
}

/** npm names hashes in base 64; CycloneDX has them in hexadecimal digits. */
function hashOf(integrity) {
  const [, bits, content] = /^sha(\d+)-(.+)$/.exec(integrity) ?? [];
  return { alg: `SHA-${bits}`, content: Buffer.from(content, 'base64').toString('hex') };
}
