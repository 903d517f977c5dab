package io.dovira.benchmarks.peers;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.OptionalLong;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.PostgresTokenTableFactory;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** Axon's JDBC engine on PostgreSQL, with Spring's transactions, as Axon's own starter wires it. */
final class AxonJdbc extends AxonEngine {

    /** A connection for each sender that waits would be a process of PostgreSQL each: they queue for these. */
    static final int CONNECTIONS = 32;

    private final HikariDataSource pool;
    private final ConnectionProvider connections;
    private final TransactionManager transactions;
    private final JdbcEventStorageEngine engine;
    private final JdbcTokenStore tokens;

    AxonJdbc(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setConnectionTimeout(60_000);
        this.pool = new HikariDataSource(config);
        this.connections = new UnitOfWorkAwareConnectionProviderWrapper(new SpringDataSourceConnectionProvider(pool));
        this.transactions = new SpringTransactionManager(new DataSourceTransactionManager(pool));
        Serializer serializer = json();
        this.engine = JdbcEventStorageEngine.builder()
                .connectionProvider(connections)
                .transactionManager(transactions)
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .build();
        this.tokens = JdbcTokenStore.builder()
                .connectionProvider(connections)
                .serializer(serializer)
                .build();
    }

    @Override
    public void prepare() {
        engine.createSchema(PostgresEventTableFactory.INSTANCE);
        transactions.executeInTransaction(() -> tokens.createSchema(PostgresTokenTableFactory.INSTANCE));
    }

    @Override
    EventStorageEngine engine() {
        return engine;
    }

    @Override
    TokenStore tokens() {
        return tokens;
    }

    @Override
    TransactionManager transactions() {
        return transactions;
    }

    /** The tables and their indexes: the write-ahead log, which is of a set size, is not counted. */
    @Override
    public OptionalLong bytes() {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT pg_total_relation_size('domainevententry')")) {
            found.next();
            return OptionalLong.of(found.getLong(1));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        stopFollowing();
        pool.close();
    }
}
