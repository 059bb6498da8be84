/** Regular expressions within limits, for paths, functions and checks alike. */
package parley.engine.regex;
