/** The language client and server can talk over sockets too. Ours never do: no program holds a way to the network. */
export function withoutNetwork() {
  return {
    name: 'without-network',
    setup({ onResolve, onLoad }) {
      const modules = /^(?:node:)?(?:net|tls|dgram|dns(?:\/promises)?|https?|http2)$/;
      onResolve({ filter: modules }, ({ path }) => ({ path, namespace: 'without-network' }));
      onLoad({ filter: /.*/, namespace: 'without-network' }, () => ({ contents: 'module.exports = {}', loader: 'js' }));
    },
  };
}
