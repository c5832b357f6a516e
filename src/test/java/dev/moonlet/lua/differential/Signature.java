package dev.moonlet.lua.differential;

import java.util.List;

/**
 * How a function is meant to be called.
 *
 * @param vararg whether it takes more than its parameters
 * @param result the shape of what it returns first
 * @param cost how many statements a call runs
 */
record Signature(List<Shape> parameters, boolean vararg, Shape result, long cost) {}
