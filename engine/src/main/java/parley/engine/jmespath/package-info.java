/** JMESPath over our own values, so that numbers stay what was written. */
package parley.engine.jmespath;
