'use strict';
// A server of the library graphql-ws on a free port of this machine. Prints its port, and ends with its stdin.
const { WebSocketServer } = require('ws');
const { buildSchema } = require('graphql');
const { useServer } = require('graphql-ws/use/ws');

const schema = buildSchema(`
  type Query { shop: Shop! }
  type Mutation { order(item: String!, quantity: Int! = 1): Order! }
  type Subscription { countdown(from: Int!): Int! orders(item: String): Order! }
  type Shop { name: String! items: [String!]! }
  type Order { number: Int! item: String! quantity: Int! }
`);

const watchers = new Set();
let number = 100;

// By hand, since a generator that waits cannot be ended.
function orders({ item }) {
  const made = [];
  let next = null;
  const hear = (order) => {
    if (!item || order.item === item) {
      made.push({ value: { orders: order }, done: false });
      settle();
    }
  };
  const settle = () => {
    if (next && made.length > 0) {
      next(made.shift());
      next = null;
    }
  };
  watchers.add(hear);
  return {
    [Symbol.asyncIterator]() { return this; },
    next: () => new Promise((resolve) => { next = resolve; settle(); }),
    return: async () => {
      watchers.delete(hear);
      next?.({ value: undefined, done: true });
      return { value: undefined, done: true };
    },
  };
}

const roots = {
  query: { shop: { name: 'Parley', items: ['tea', 'coffee'] } },
  mutation: {
    order: ({ item, quantity }) => {
      const order = { number: ++number, item, quantity };
      watchers.forEach((hear) => hear(order));
      return order;
    },
  },
  subscription: {
    orders,
    countdown: async function* ({ from }) {
      for (let n = from; n >= 0; n--) {
        yield { countdown: n };
      }
    },
  },
};

const server = new WebSocketServer({ host: '127.0.0.1', port: 0, path: '/graphql' }, () => console.log(server.address().port));
useServer({ schema, roots, onConnect: ({ connectionParams }) => connectionParams?.token !== 'stolen', connectionInitWaitTimeout: 500 }, server);
process.stdin.on('end', () => process.exit()).resume();
