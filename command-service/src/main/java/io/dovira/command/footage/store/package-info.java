/**
 * Where the content of footage lies: a directory or an S3 bucket, behind {@link io.dovira.command.footage.store.FileStore}. What is in it has the
 * hash that its name begins with, and is durable.
 */
@NullMarked
package io.dovira.command.footage.store;

import org.jspecify.annotations.NullMarked;
