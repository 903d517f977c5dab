/**
 * Durability under fire: everything runs, clerks work, and a plan of faults strikes until it ends. Start at {@code FireIT}.
 *
 * <p>{@code Plan} says what strikes, and {@code Checker} judges what is left; both are pure. {@code Site} has the processes. Only {@code
 * WriterMain}, a writer with a clock that can be set, uses classes of the product.
 *
 * <table>
 * <caption>What is done to whom. {@code ./mvnw verify} does each once in random order, {@code benchmarks/fire} as often as there is time</caption>
 * <tr><td>{@code kill -9} at any moment</td><td>server, both command-services, query-service, direct writer</td></tr>
 * <tr><td>{@code kill -9} while a group is on its way, or recorded and not answered</td><td>one of the three writers</td></tr>
 * <tr><td>SIGSTOP in these two places, while others write</td><td>one of the three writers</td></tr>
 * <tr><td>SIGSTOP at any moment</td><td>server</td></tr>
 * <tr><td>a connection that breaks before, in, behind a group, in the answer</td><td>one of the three writers</td></tr>
 * <tr><td>all connections break</td><td>a writer, the query-service, a reader of the stream</td></tr>
 * <tr><td>no more room for the files of the server</td><td>under the load of all; on a small tmpfs with two writers: {@code FullDiskIT}</td></tr>
 * <tr><td>a clock five minutes ahead and behind</td><td>direct writer, beside two writers with the right one</td></tr>
 * <tr><td>two writers and a third one who repeats for the dead</td><td>{@code WriterProcessesIT} in {@code event-store}</td></tr>
 * </table>
 */
@NullMarked
package io.dovira.system.fire;

import org.jspecify.annotations.NullMarked;
