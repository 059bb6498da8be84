/** JSON Schemas over values, read with all they refer to before the first message is looked at. */
package parley.engine.schema;
