package io.dovira.embedded.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoClientException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoExecutionTimeoutException;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.dovira.embedded.EmbeddedMongo;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusalsIT {

    private final EmbeddedMongo server = EmbeddedMongo.start(0, null);
    private final MongoClient client = MongoClients.create(server.uri());
    private final MongoDatabase database = client.getDatabase("t");

    @BeforeAll
    void insert() {
        database.getCollection("c").insertOne(new Document("_id", 1).append("a", 1));
    }

    @AfterAll
    void stop() {
        client.close();
        server.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            59    | {mapReduce: 'c', map: '', reduce: '', out: 'x'}
            59    | {nonsense: 1}
            20    | {insert: 'c', documents: [{_id: 7}], txnNumber: 1, lsid: {id: 1}}
            20    | {find: 'c', startTransaction: true, autocommit: false, txnNumber: 1}
            59    | {commitTransaction: 1}
            40415 | {find: 'c', flter: {a: 1}}
            40415 | {insert: 'c', documents: [{_id: 7}], surprise: 1}
            238   | {find: 'c', collation: {locale: 'uk'}}
            238   | {find: 'c', hint: 'a_1'}
            238   | {find: 'c', tailable: true}
            238   | {find: 'c', min: {a: 1}}
            123   | {find: 'c', readConcern: {level: 'linearizable'}}
            123   | {find: 'c', readConcern: {level: 'snapshot'}}
            40415 | {find: 'c', readConcern: {afterClusterTime: 1}}
            9     | {find: 'c', readConcern: {level: 'loud'}}
            2     | {insert: 'c', documents: [{_id: 7}], writeConcern: {w: 3}}
            2     | {insert: 'c', documents: [{_id: 7}], writeConcern: {w: 'rack'}}
            14    | {insert: 'c', documents: 1}
            14    | {find: 1}
            16    | {insert: 'c', documents: []}
            51024 | {find: 'c', batchSize: -1}
            2     | {find: 'c', sort: {a: 2}}
            2     | {find: 'c', sort: {a: {$meta: 'textScore'}}}
            2     | {find: 'c', filter: {a: {$near: [1, 2]}}}
            2     | {find: 'c', filter: {$text: {$search: 'x'}}}
            2     | {find: 'c', filter: {$where: 'true'}}
            238   | {find: 'c', filter: {a: {$geoWithin: {}}}}
            40324 | {aggregate: 'c', pipeline: [{$setWindowFields: {}}], cursor: {}}
            40324 | {aggregate: 'c', pipeline: [{$unionWith: 'd'}], cursor: {}}
            40573 | {aggregate: 'c', pipeline: [{$changeStream: {}}], cursor: {}}
            73    | {aggregate: 1, pipeline: [{$currentOp: {}}], cursor: {}}
            9     | {aggregate: 'c', pipeline: []}
            238   | {aggregate: 'c', pipeline: [], cursor: {}, explain: true}
            238   | {aggregate: 'c', pipeline: [], cursor: {}, let: {x: 1}}
            238   | {create: 'd', capped: true, size: 1000}
            238   | {create: 'd', timeseries: {timeField: 't'}}
            238   | {create: 'd', viewOn: 'c', pipeline: []}
            238   | {create: 'd', validator: {a: 1}}
            48    | {create: 'c'}
            73    | {create: 'system.things'}
            73    | {insert: 'a$b', documents: [{_id: 1}]}
            238   | {createIndexes: 'c', indexes: [{key: {a: 1}, name: 'x', partialFilterExpression: {a: 1}}]}
            238   | {createIndexes: 'c', indexes: [{key: {a: 1}, name: 'x', expireAfterSeconds: 1}]}
            238   | {createIndexes: 'c', indexes: [{key: {a: 1}, name: 'x', collation: {locale: 'uk'}}]}
            238   | {createIndexes: 'c', indexes: [{key: {a: 1}, name: 'x', hidden: true}]}
            238   | {createIndexes: 'c', indexes: [{key: {a: 'text'}, name: 'x'}]}
            238   | {createIndexes: 'c', indexes: [{key: {a: '2dsphere'}, name: 'x'}]}
            238   | {createIndexes: 'c', indexes: [{key: {a: 'hashed'}, name: 'x'}]}
            238   | {createIndexes: 'c', indexes: [{key: {'$**': 1}, name: 'x'}]}
            197   | {createIndexes: 'c', indexes: [{key: {a: 1}, name: 'x', uniqe: true}]}
            67    | {createIndexes: 'c', indexes: [{key: {}, name: 'x'}]}
            67    | {createIndexes: 'c', indexes: [{key: {a: 0}, name: 'x'}]}
            67    | {createIndexes: 'c', indexes: [{key: {a: 1}}]}
            26    | {listIndexes: 'nowhere'}
            27    | {dropIndexes: 'c', index: 'nothing'}
            72    | {dropIndexes: 'c', index: '_id_'}
            26    | {validate: 'nowhere'}
            43    | {getMore: 999, collection: 'c'}
            9     | {findAndModify: 'c', query: {}}
            9     | {findAndModify: 'c', query: {}, remove: true, update: {a: 1}}
            238   | {findAndModify: 'c', query: {}, update: [{$set: {a: 1}}]}
            238   | {findAndModify: 'c', query: {}, update: {$set: {a: 1}}, arrayFilters: [{x: 1}]}
            66    | {findAndModify: 'c', query: {}, update: {$set: {_id: 5}}}
            59    | {getLastError: 1}
            """)
    void refusesUnderTheCodeOfMongo(int code, String command) {
        List<Document> before = all();
        assertThatThrownBy(() -> database.runCommand(Document.parse(command)))
                .isInstanceOfSatisfying(MongoCommandException.class, e -> {
                    assertThat(e.getErrorCode()).as(e.getMessage()).isEqualTo(code);
                    assertThat(e.getErrorCodeName()).isNotEmpty();
                    assertThat(e.getErrorMessage()).isNotEmpty();
                });
        assertThat(all()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            238   | {update: 'c', updates: [{q: {}, u: [{$set: {a: 2}}]}]}
            238   | {update: 'c', updates: [{q: {}, u: {$set: {a: 2}}, collation: {locale: 'uk'}}]}
            238   | {update: 'c', updates: [{q: {}, u: {$set: {a: 2}}, arrayFilters: [{x: 1}]}]}
            238   | {update: 'c', updates: [{q: {}, u: {$set: {a: 2}}, hint: 'a_1'}]}
            40415 | {update: 'c', updates: [{q: {}, u: {$set: {a: 2}}, mutli: true}]}
            9     | {update: 'c', updates: [{q: {}, u: {$sett: {a: 2}}}]}
            66    | {update: 'c', updates: [{q: {_id: 1}, u: {_id: 2}}]}
            238   | {delete: 'c', deletes: [{q: {}, limit: 0, collation: {locale: 'uk'}}]}
            9     | {delete: 'c', deletes: [{q: {}, limit: 2}]}
            53    | {insert: 'c', documents: [{_id: [1]}]}
            """)
    void refusesAStatementOfAWrite(int code, String command) {
        List<Document> before = all();
        Document answer = database.runCommand(Document.parse(command));
        assertThat(answer.getList("writeErrors", Document.class))
                .singleElement()
                .satisfies(error ->
                        assertThat(error.getInteger("code")).as(error.toJson()).isEqualTo(code));
        assertThat(all()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            {find: 'c', collation: {}, hint: null, tailable: false}
            {find: 'c', readConcern: {level: 'majority'}, $readPreference: {mode: 'primary'}, lsid: {id: 1}}
            {insert: 'other', documents: [{_id: 7}], writeConcern: {w: 'majority', j: true, wtimeout: 5000}}
            {create: 'made', validator: {}}
            {createIndexes: 'other', indexes: [{key: {a: 1}, name: 'x', background: true, v: 2}]}
            {ping: 1}
            {hello: 1}
            {buildInfo: 1}
            {serverStatus: 1}
            {dbStats: 1}
            {collStats: 'c'}
            {listCollections: 1, nameOnly: true}
            {drop: 'nowhere'}
            """)
    void takesWhatAsksForNothingItCannotKeep(String command) {
        assertThatCode(() -> database.runCommand(Document.parse(command))).doesNotThrowAnyException();
    }

    @Test
    void leavesTheDriverNoTransaction() {
        try (ClientSession session = client.startSession()) {
            session.startTransaction();
            assertThatThrownBy(() -> database.getCollection("c").insertOne(session, new Document("_id", 9)))
                    .isInstanceOf(MongoClientException.class);
        }
        assertThat(all()).hasSize(1);
    }

    @Test
    void endsACommandThatReadsForTooLong() {
        List<Document> many = new ArrayList<>();
        for (int i = 0; i < 50_000; i++) {
            many.add(new Document("_id", i).append("text", "x".repeat(200)));
        }
        database.getCollection("many").insertMany(many);
        assertThatThrownBy(
                        () -> database.runCommand(Document.parse("{find: 'many', filter: {text: 'y'}, maxTimeMS: 1}")))
                .isInstanceOf(MongoExecutionTimeoutException.class);
    }

    private List<Document> all() {
        return database.getCollection("c").find().into(new ArrayList<>());
    }
}
