/** EDN, the data format of Clojure, read to our own values. */
package parley.engine.edn;
